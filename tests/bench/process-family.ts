import { readFileSync, readdirSync } from 'node:fs'

export type FamilyMember = {
  /** As Chromium names its processes: browser, zygote, gpu-process, renderer …; a utility process by what it does. */
  readonly kind: string
  /** Shared pages counted in part: the sum over a family counts each page once. */
  readonly kilobytes: number
  /** Processor time used so far, in hundredths of a second. */
  readonly ticks: number
}

/** A process and everything it started, from what the kernel says of them. Linux. */
export function processFamily(root: number): readonly FamilyMember[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const fields = read(`/proc/${name}/stat`)
        .replace(/^.*\) /s, '')
        .split(' ')
      return fields.length > 12 ? [{ pid: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }] : []
    })
  const family = new Set([root])
  for (let depth = 0; depth < 6; depth += 1) for (const each of all) if (family.has(each.parent)) family.add(each.pid)
  return all
    .filter(({ pid }) => family.has(pid))
    .map(({ pid, ticks }) => ({
      kind: kindOf(read(`/proc/${pid}/cmdline`)),
      kilobytes: Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
      ticks,
    }))
}

/** `browser 104 MB, renderer 55 MB …`, the largest first, those of a kind together. */
export function familyInWords(members: readonly FamilyMember[]): string {
  return [...Map.groupBy(members, ({ kind }) => kind)]
    .map(([kind, alike]) => ({ kind, megabytes: alike.reduce((sum, { kilobytes }) => sum + kilobytes, 0) / 1024 }))
    .toSorted((one, other) => other.megabytes - one.megabytes)
    .map(({ kind, megabytes }) => `${kind} ${megabytes.toFixed(0)} MB`)
    .join(', ')
}

function kindOf(commandLine: string): string {
  const service = /--utility-sub-type=\w+\.\w+\.(\w+)/.exec(commandLine)?.[1]
  return service ?? /--type=([\w-]+)/.exec(commandLine)?.[1] ?? 'browser'
}

/** A process may end between being listed and being read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
