import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { captureClasses, type CaptureClass } from '../../../main/domain/capture.ts'

const entrySchema = z.object({ text: z.string().min(1), class: z.enum(captureClasses), person: z.string().optional() })

export type Labelled = { readonly text: string; readonly class: CaptureClass; readonly person?: string | undefined }

export function readLabelled(path: string | URL): readonly Labelled[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => entrySchema.parse(JSON.parse(line)))
}

/** FNV-1a, 32 bits: the same text falls into the same part on every machine and whatever else the file holds. */
export function partOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  // The low bits of FNV follow the last character; a final mix spreads it over all.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 0
  return (hash ^ (hash >>> 16)) >>> 0
}

const splitSeed = 20_261_121

/** A fifth is held out for the test and never trained or tuned on. */
export function isHeldOut(text: string): boolean {
  return partOf(text, splitSeed) % 5 === 0
}
