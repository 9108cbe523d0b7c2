import { z } from 'zod'

const count = z.number().int().min(0).max(10_000)

const entry = z
  .object({
    title: z.string().optional(),
    task: z.string().optional(),
    name: z.string().optional(),
    count: count.optional(),
    times: count.optional(),
  })
  .transform((each) => [each.title ?? each.task ?? each.name, each.count ?? each.times] as const)

const counts = z.union([
  z
    .record(z.string(), z.union([count, z.looseObject({ count })]))
    .transform((all) => Object.entries(all).map(([title, value]) => [title, typeof value === 'number' ? value : value.count] as const)),
  z.array(entry),
])

/** `procrastination` (or `procrastination_counts`): titles with counts, as an object or as a list. Whatever else the file holds is its own business. */
const file = z.looseObject({ procrastination: counts.optional(), procrastination_counts: counts.optional() })

/** Times each task was put off, by title, as another program counted them. Throws when the text is not such a file; the reason names the place, not the value. */
export function parsePatternsFile(text: string): ReadonlyMap<string, number> {
  const parsed = file.safeParse(json(text))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Error(`${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not understood'}`)
  }
  const entries = parsed.data.procrastination ?? parsed.data.procrastination_counts ?? []
  return new Map(
    entries.flatMap(([title, times]) =>
      title !== undefined && title.trim() !== '' && times !== undefined ? [[title.trim(), times] as const] : [],
    ),
  )
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('it is not JSON')
  }
}
