import { SourceError } from '../../domain/source-error.ts'

/** What PostgreSQL or the way to it said, as one of the few errors. Classes of SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
export function databaseError(cause: unknown, host: string): SourceError {
  if (cause instanceof SourceError) return cause
  const code = codeOf(cause)
  const made = (kind: ConstructorParameters<typeof SourceError>[0], sentence: string) => new SourceError(kind, sentence, { cause })
  if (code === '28P01' || code === '28000')
    return made('unauthorized', `The tasks database on ${host} refused the user or password in WORKOS_DATABASE_URL.`)
  if (code === '42501') return made('unauthorized', `The tasks database on ${host} does not let this user read or change its tasks.`)
  if (code === '3D000') return made('malformed', `There is no database of the name in WORKOS_DATABASE_URL on ${host}.`)
  if (code === '42P01') return made('malformed', 'The tasks database has no table tasks or clients.')
  if (code === '57014') return made('timeout', `The tasks database on ${host} took too long.`)
  if (code === '53300') return made('unreachable', `The tasks database on ${host} has no connection free.`)
  if (/^(08|57P)/.test(code)) return made('unreachable', `The tasks database on ${host} is not accepting connections.`)
  if (/^[0-9A-Z]{5}$/.test(code)) return made('malformed', `The tasks database did not understand the question (SQLSTATE ${code}).`)
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/.test(code))
    return made(
      'unreachable',
      `The certificate of ${host} is not trusted (${code}): name its authority with sslrootcert=FILE in the address, or sslmode=no-verify.`,
    )
  if (/does not support SSL/.test(messageOf(cause)))
    return made(
      'unreachable',
      `The tasks database on ${host} speaks no TLS: the address can say sslmode=disable, and everything is then sent in the open.`,
    )
  return made('unreachable', `The tasks database on ${host} could not be reached${code === '' ? '' : ` (${code})`}.`)
}

function codeOf(cause: unknown): string {
  const inner = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause
  return typeof inner === 'object' && inner !== null && 'code' in inner && typeof inner.code === 'string' ? inner.code : ''
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : ''
}
