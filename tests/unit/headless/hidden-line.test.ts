import { describe, expect, it } from 'vitest'
import { hiddenLine, type Keyboard } from '../../../main/headless/hidden-line.ts'

/** A keyboard on which these bytes are typed, one chunk after another; it notes in which mode the terminal was. */
function keyboard(...chunks: readonly (string | Buffer)[]): Keyboard & { readonly modes: boolean[] } {
  const modes: boolean[] = []
  return {
    modes,
    setRawMode: (raw) => modes.push(raw),
    async *[Symbol.asyncIterator]() {
      for (const chunk of chunks) yield Buffer.from(chunk)
    },
  }
}

describe('what is typed without being shown', () => {
  it.each([
    [['secret\r'], 'secret'],
    [['sec', 'ret', '\n'], 'secret'],
    [['secret\u0004'], 'secret'],
    [['secret'], 'secret'],
    [['secrex\u007ft\r'], 'secret'],
    [['nonsense\u0015secret\r'], 'secret'],
    [['\u007f\bsecret\r'], 'secret'],
    [['secret\rand what follows'], 'secret'],
    [[Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1), '✓\r'], 'é✓'],
    [['\u001b[200~secret\u001b[201~', '\u001b[D', '\r'], 'secret'],
    [['\r'], ''],
    [['sec\u0003ret\r'], null],
  ])('%j is %j', async (chunks, expected) => {
    expect(await hiddenLine(keyboard(...chunks))).toBe(expected)
  })

  it('has the terminal as it was when it is over, also when it is called off or breaks', async () => {
    const good = keyboard('x\r')
    const calledOff = keyboard('\u0003')
    await hiddenLine(good)
    await hiddenLine(calledOff)
    const broken: Keyboard & { readonly modes: boolean[] } = {
      ...keyboard(),
      // oxlint-disable-next-line require-yield -- a keyboard that is unplugged gives nothing
      async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
        throw new Error('unplugged')
      },
    }
    await expect(hiddenLine(broken)).rejects.toThrow('unplugged')
    expect([good.modes, calledOff.modes, broken.modes]).toEqual([
      [true, false],
      [true, false],
      [true, false],
    ])
  })
})
