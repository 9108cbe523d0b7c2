import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { ConnectionView } from '../../../shared/ipc/sources.ts'
import { Moment } from '../../app/moment.tsx'
import { useFeature, useParts } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { ConditionMark } from '../status/condition-mark.tsx'
import { statusStrings } from '../status/strings.ts'
import { SecretRow, madeByConnecting } from './secret-row.tsx'
import { connectionsStrings as words } from './strings.ts'

export function ConnectionCard({ connection }: { readonly connection: ConnectionView }) {
  const { source, secrets, backfill } = connection
  const outcome = useFeature('connections', (state) => state.outcomes[source.name])
  // What connecting in the browser leaves behind is shown once it is there; nobody types it.
  const shown = secrets.filter(({ name: key, place }) => key !== madeByConnecting || place !== 'none')
  const name = statusStrings.sourceNames[source.name]
  return (
    <article aria-label={name} className="flex flex-col gap-2.5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 className="text-m">{name}</h3>
        <p className="flex items-center gap-1.5 text-s text-ink-2">
          <ConditionMark condition={source.condition} />
          {statusStrings.conditions[source.condition]}
          {source.lastSuccess !== null && (
            <>
              {', '}
              <Moment at={source.lastSuccess} />
            </>
          )}
        </p>
        <Deeds connection={connection} name={name} />
      </header>
      {source.lastError !== null && source.condition !== 'ok' && <p className="text-s text-ink-2">{source.lastError}</p>}
      {shown.length > 0 && (
        <ul className="flex flex-col gap-1.5">
          {shown.map((secret) => (
            <li key={secret.name}>
              <SecretRow secret={secret} />
            </li>
          ))}
        </ul>
      )}
      {backfill !== null && backfill.days > 0 && backfill.days < backfill.of && (
        <div className="text-s text-ink-2">
          <p>{words.backfill(backfill.days, backfill.of)}</p>
          <progress
            aria-label={words.backfill(backfill.days, backfill.of)}
            value={backfill.days}
            max={backfill.of}
            className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
          />
        </div>
      )}
      {connection.pendingWrites > 0 && (
        <p className="text-s text-ink-2">
          {words.pending(connection.pendingWrites)} {connection.pendingReason}
        </p>
      )}
      <p role="status" className="text-s empty:hidden">
        {outcome !== undefined && (
          <span className="flex items-start gap-1.5">
            {outcome.ok ? (
              <CircleCheck aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-good" />
            ) : (
              <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-high" />
            )}
            {outcome.message}
          </span>
        )}
      </p>
    </article>
  )
}

function Deeds({ connection, name }: { readonly connection: ConnectionView; readonly name: string }) {
  const { source, secrets } = connection
  const { test, retry, connect, disconnect, busy } = useParts('connections', 'test', 'retry', 'connect', 'disconnect', 'busy')
  const deed = busy[source.name]
  const kept = secrets.some(({ place }) => place === 'keychain' || place === 'file')
  const waits = source.circuit !== 'closed' || source.retryAt !== null
  return (
    <div className="ml-auto flex flex-wrap gap-1.5">
      {source.name === 'oura' && source.condition !== 'ok' && source.condition !== 'off' && (
        <Button size="s" kind="primary" disabled={deed !== undefined} onClick={() => void connect()}>
          {deed === 'connect' ? words.connecting : words.connect}
        </Button>
      )}
      {waits && (
        <Button size="s" disabled={deed !== undefined} onClick={() => void retry(source.name)}>
          {words.retryNow}
        </Button>
      )}
      {source.condition !== 'off' && (
        <Button size="s" disabled={deed !== undefined} onClick={() => void test(source.name)}>
          {deed === 'test' ? words.testing : words.test}
        </Button>
      )}
      {kept && (
        <Button size="s" kind="quiet" disabled={deed !== undefined} onClick={() => void disconnect(source.name, words.disconnected(name))}>
          {words.disconnect}
        </Button>
      )}
    </div>
  )
}
