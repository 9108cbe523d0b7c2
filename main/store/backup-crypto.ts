import { createCipheriv, createDecipheriv, randomBytes, scryptSync, type CipherGCM, type DecipherGCM } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { OperatorError } from '../domain/operator-error.ts'
import { explainStoreError } from './sqlite-errors.ts'
import type { WorkControl } from './work-control.ts'

/**
 * An encrypted backup is: "THANOSB1", 16 bytes of salt, 12 of nonce, the ciphertext, 16 of tag. The key is scrypt of the passphrase with
 * N 2^17, r 8, p 1 (OWASP's first choice; 128 MiB and about half a second for each guess), the cipher AES-256-GCM with the header
 * authenticated too. GCM must not be trusted before its tag: the plain file counts only when the end has been reached.
 */
const magic = Buffer.from('THANOSB1')
const saltLength = 16
const nonceLength = 12
const tagLength = 16
const headerLength = magic.length + saltLength + nonceLength
const chunkLength = 1 << 20

/** Writes `target` encrypted. The key alone takes half a second: never on a thread that somebody looks at. */
export function encryptFile(source: string, target: string, passphrase: string, { assertWanted }: Pick<WorkControl, 'assertWanted'>): void {
  const salt = randomBytes(saltLength)
  const nonce = randomBytes(nonceLength)
  const header = Buffer.concat([magic, salt, nonce])
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce)
  cipher.setAAD(header)
  const output = openSync(target, 'w', 0o600)
  try {
    writeAll(output, header)
    transform(source, 0, null, cipher, output, assertWanted)
    writeAll(output, Buffer.concat([cipher.final(), cipher.getAuthTag()]))
  } finally {
    closeSync(output)
  }
}

/**
 * Writes `target` in plain; it must not exist, and does not when this throws: `refused` for a wrong passphrase or a damaged file, and as
 * the disk says.
 */
export function decryptFile(source: string, target: string, passphrase: string, { assertWanted }: Pick<WorkControl, 'assertWanted'>): void {
  const { header, tag, end } = envelopeOf(source)
  const salt = header.subarray(magic.length, magic.length + saltLength)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, salt), header.subarray(magic.length + saltLength))
  decipher.setAAD(header)
  decipher.setAuthTag(tag)
  try {
    const output = openSync(target, 'wx', 0o600)
    try {
      transform(source, headerLength, end, decipher, output, assertWanted)
      assertAuthentic(decipher, source)
    } finally {
      closeSync(output)
    }
  } catch (error) {
    rmSync(target, { force: true })
    throw explainStoreError(error, target)
  }
}

function assertAuthentic(decipher: DecipherGCM, source: string): void {
  try {
    // GCM holds nothing back for the end: this compares the tag alone.
    decipher.final()
  } catch (error) {
    throw new OperatorError(
      'refused',
      `The backup ${source} cannot be opened: the passphrase is wrong or the file is damaged. Nothing was changed.`,
      { cause: error },
    )
  }
}

function keyOf(passphrase: string, salt: Buffer): Buffer {
  // Unicode writes some letters in two ways; the same passphrase typed on another machine must be the same.
  return scryptSync(passphrase.normalize('NFKC'), salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 })
}

function envelopeOf(source: string): { readonly header: Buffer; readonly tag: Buffer; readonly end: number } {
  const input = openSync(source, 'r')
  try {
    const { size } = fstatSync(input)
    const header = Buffer.alloc(headerLength)
    const tag = Buffer.alloc(tagLength)
    readSync(input, header, 0, headerLength, 0)
    readSync(input, tag, 0, tagLength, Math.max(0, size - tagLength))
    if (size < headerLength + tagLength || !header.subarray(0, magic.length).equals(magic))
      throw new OperatorError('refused', `${source} is not an encrypted backup of Thanos Operator, or it is cut off. Nothing was changed.`)
    return { header, tag, end: size - tagLength }
  } finally {
    closeSync(input)
  }
}

function transform(
  source: string,
  from: number,
  to: number | null,
  through: CipherGCM | DecipherGCM,
  output: number,
  assertWanted: () => void,
): void {
  const input = openSync(source, 'r')
  try {
    const chunk = Buffer.alloc(chunkLength)
    let at = from
    for (;;) {
      const wanted = Math.min(chunkLength, (to ?? Infinity) - at)
      const read = wanted > 0 ? readSync(input, chunk, 0, wanted, at) : 0
      if (read === 0) return
      writeAll(output, through.update(chunk.subarray(0, read)))
      at += read
      assertWanted()
    }
  } finally {
    closeSync(input)
  }
}

function writeAll(output: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(output, bytes, written)
}
