/** As much of the D-Bus wire format as a panel's stand-in needs: little-endian, and bodies of strings, booleans and empty arrays. */

export type BusMessage = {
  readonly type: number
  readonly serial: number
  readonly member: string
  readonly sender: string
  /** The body's leading strings; enough for what a panel is asked. */
  readonly strings: readonly string[]
}

export const methodCall = 1
export const methodReturn = 2

type Field = readonly [code: number, signature: 's' | 'o' | 'g' | 'u', value: string | number]

/** Builds a message; `body` is already in the wire's form. */
export function encodeMessage(type: number, serial: number, fields: readonly Field[], body: Buffer): Buffer {
  const array = new Writer()
  for (const [code, signature, value] of fields) {
    array.align(8).byte(code).signature(signature)
    if (typeof value === 'number') array.uint32(value)
    else if (signature === 'g') array.signature(value)
    else array.string(value)
  }
  const encoded = array.done()
  const head = new Writer().byte(0x6c).byte(type).byte(0).byte(1).uint32(body.length).uint32(serial).uint32(encoded.length)
  return Buffer.concat([head.done(), encoded, Buffer.alloc(padding(encoded.length, 8)), body])
}

/** The first whole message of what has come in, and the rest; null while it is not whole. */
export function decodeMessage(data: Buffer): { readonly message: BusMessage; readonly rest: Buffer } | null {
  if (data.length < 16) return null
  const fieldsEnd = 16 + data.readUInt32LE(12)
  const bodyStart = fieldsEnd + padding(fieldsEnd, 8)
  const end = bodyStart + data.readUInt32LE(4)
  if (data.length < end) return null
  const texts = new Map<number, string>()
  for (let at = 16; at < fieldsEnd;) {
    at += padding(at, 8)
    const code = data.readUInt8(at)
    const signature = data.toString('latin1', at + 2, at + 2 + data.readUInt8(at + 1))
    at += 2 + signature.length + 1
    if (signature === 'g') {
      const length = data.readUInt8(at)
      texts.set(code, data.toString('latin1', at + 1, at + 1 + length))
      at += length + 2
    } else {
      at += padding(at, 4)
      const size = data.readUInt32LE(at)
      if (signature !== 'u') texts.set(code, data.toString('utf8', at + 4, at + 4 + size))
      at += signature === 'u' ? 4 : size + 5
    }
  }
  const strings: string[] = []
  const leading = /^s*/.exec(texts.get(8) ?? '')?.[0].length ?? 0
  for (let at = bodyStart, read = 0; read < leading; read += 1) {
    at += padding(at - bodyStart, 4)
    const size = data.readUInt32LE(at)
    strings.push(data.toString('utf8', at + 4, at + 4 + size))
    at += size + 5
  }
  const message = { type: data.readUInt8(1), serial: data.readUInt32LE(8), member: texts.get(3) ?? '', sender: texts.get(7) ?? '', strings }
  return { message, rest: data.subarray(end) }
}

export class Writer {
  readonly #parts: Buffer[] = []
  #length = 0

  byte(value: number): this {
    return this.#add(Buffer.from([value]))
  }
  uint32(value: number): this {
    const four = Buffer.alloc(4)
    four.writeUInt32LE(value)
    return this.align(4).#add(four)
  }
  string(text: string): this {
    return this.uint32(Buffer.byteLength(text)).#add(Buffer.from(`${text}\0`))
  }
  signature(text: string): this {
    return this.byte(text.length).#add(Buffer.from(`${text}\0`))
  }
  align(to: number): this {
    return this.#add(Buffer.alloc(padding(this.#length, to)))
  }
  done(): Buffer {
    return Buffer.concat(this.#parts)
  }
  #add(part: Buffer): this {
    this.#parts.push(part)
    this.#length += part.length
    return this
  }
}

function padding(at: number, to: number): number {
  return (to - (at % to)) % to
}
