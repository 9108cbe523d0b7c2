import type { Operator } from '../operator/operator.ts'
import { UsageError } from './usage-error.ts'

/** The id itself, or that of the latest capture where none was given. */
export async function captureNamed(id: string | undefined, { handlers }: Operator): Promise<string> {
  if (id !== undefined) return id
  const { captures } = await handlers['captures:list']({ show: 'all', before: null, limit: 1 })
  const latest = captures[0]
  if (latest === undefined) throw new UsageError('Nothing was captured yet. `thanos capture TEXT` keeps a thought.')
  return latest.id
}
