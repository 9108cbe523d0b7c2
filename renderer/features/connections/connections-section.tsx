import { useEffect } from 'react'
import { valueOf } from '../../app/loaded.ts'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ConnectionCard } from './connection-card.tsx'
import { connectionsStrings as words } from './strings.ts'

/** Each source: how it stands, its keys, and what can be done about it. */
export function ConnectionsSection() {
  const loaded = useFeature('connections', (state) => state.connections)
  const load = useFeature('connections', (state) => state.load)
  useEffect(() => {
    void load()
  }, [load])
  const value = valueOf(loaded)
  return (
    <section aria-labelledby="connections">
      <h2 id="connections" className="mb-2.5 text-l">
        {words.title}
      </h2>
      {value === null && loaded.kind === 'loading' && <Skeleton label={words.loading} rows={3} />}
      {loaded.kind === 'failed' && (
        <Message words={[words.failed, loaded.words]} tone="problem">
          <Button onClick={() => void load()}>{words.retry}</Button>
        </Message>
      )}
      {value !== null && (
        <>
          {value.focus !== null && <p className="mb-3 text-ink-2">{words.focus(value.focus)}</p>}
          <ul className="divide-y divide-line rounded-card border border-line">
            {value.connections.map((connection) => (
              <li key={connection.source.name} className="px-4 py-3.5">
                <ConnectionCard connection={connection} />
              </li>
            ))}
          </ul>
          <p className="mt-2 text-s text-ink-3">{words.never}</p>
        </>
      )}
    </section>
  )
}
