/** Letters to insert, drop, replace or swap with a neighbour to turn one word into the other (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = from[row - 1] === to[column - 1] ? 0 : 1
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + replaced,
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      )
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}

/** The known name a slip of the fingers away, or null: at most one slip for every three letters, letter case not counted. */
export function nearestName(found: string, known: readonly string[]): string | null {
  let nearest: string | null = null
  let least = Math.max(1, Math.floor(found.length / 3)) + 1
  for (const name of known) {
    // Far longer words cost time and are never near.
    if (Math.abs(name.length - found.length) >= least) continue
    const distance = editDistance(found.toLowerCase(), name.toLowerCase())
    if (distance < least) {
      least = distance
      nearest = name
    }
  }
  return nearest
}
