import type { Formats } from '../../app/formats.ts'

const units = ['kB', 'MB', 'GB', 'TB']

/** 512 bytes are "0.5 kB": nobody counts single bytes of a backup. */
export function sizeWords(bytes: number, formats: Pick<Formats, 'number'>): string {
  let size = bytes / 1000
  let unit = 0
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${formats.number(size, size < 10 ? 1 : 0)} ${units[unit] ?? ''}`
}
