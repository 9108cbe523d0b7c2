import { statfsSync } from 'node:fs'
import type { ResourceMeter } from '../../ports/machine-resources.ts'

/** The resident memory of this process, and the space left where its data is. */
export function createResourceMeter(dataFolder: string): ResourceMeter {
  return {
    read: () => ({ residentBytes: process.memoryUsage.rss(), freeBytes: freeBytes(dataFolder) }),
  }
}

function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
