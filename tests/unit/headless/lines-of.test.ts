import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { linesOf } from '../../../main/headless/lines-of.ts'

async function lines(bytes: Uint8Array, cuts: readonly number[] = []): Promise<readonly string[]> {
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b)
  async function* chunks() {
    for (const [index, end] of ends.entries()) yield bytes.subarray(ends[index - 1] ?? 0, end)
  }
  const read: string[] = []
  for await (const line of linesOf(chunks())) read.push(line)
  return read
}

it.each([
  ['', []],
  ['one', ['one']],
  ['one\n', ['one']],
  ['one\n\ntwo', ['one', '', 'two']],
  ['one\r\ntwo\r\n', ['one', 'two']],
  ['one\rstill one\u2028still one\n', ['one\rstill one\u2028still one']],
])('%j is read as %j', async (text, expected) => {
  expect(await lines(Buffer.from(text))).toEqual(expected)
})

it('reads the same wherever the bytes are cut, in the middle of a character too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', maxLength: 20 }).filter((line) => !/[\n\r\ufeff]/.test(line))),
      fc.array(fc.nat()),
      async (texts, cuts) => {
        const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(''))
        expect(await lines(bytes, cuts)).toEqual(texts)
      },
    ),
    { numRuns: 50 },
  )
})
