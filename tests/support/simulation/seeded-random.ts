/** Numbers in [0, 1) that repeat with their seed: a linear congruential generator, good enough to spread faults. */
export function seededRandom(seed: number): () => number {
  let state = seed % 2 ** 32
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
