import { ConditionMark } from './condition-mark.tsx'
import type { SourceView } from '../../../shared/model/status.ts'
import { Moment } from '../../app/moment.tsx'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { Button } from '../../ui/button.tsx'
import { Cell, HeadCell, Row, Table } from '../../ui/table.tsx'
import { statusStrings as words } from './strings.ts'

export function SourcesTable({ sources }: { readonly sources: readonly SourceView[] }) {
  const { columns } = words
  return (
    <section>
      <h2 className="mb-2 text-l">{words.sources}</h2>
      <Table
        label={words.sources}
        columns={[columns.source, columns.condition, columns.lastSuccess, columns.newest, columns.breaker, columns.actions]}
      >
        {sources.map((source) => (
          <SourceRow key={source.name} source={source} />
        ))}
      </Table>
    </section>
  )
}

function SourceRow({ source }: { readonly source: SourceView }) {
  const formats = useFormats()
  const now = useNow()
  const from = words.from[source.from]
  // Readings that were imported, or the sample's, are not what this source gave.
  const isUnset = source.condition === 'off' || source.condition === 'not_configured'
  return (
    <Row>
      <HeadCell>{words.sourceNames[source.name]}</HeadCell>
      <Cell>
        <span className="flex items-center gap-2 whitespace-nowrap text-ink">
          <ConditionMark condition={source.condition} />
          {words.conditions[source.condition]}
        </span>
        {source.lastError !== null && source.condition !== 'ok' && <p className="max-w-[44ch] text-s">{source.lastError}</p>}
      </Cell>
      <Cell>
        {source.lastSuccess === null ? words.never : <Moment at={source.lastSuccess} />}
        {from !== '' && <p className="text-s text-ink-3">{from}</p>}
      </Cell>
      <Cell>{source.newestReading === null || isUnset ? '' : formats.dayName(source.newestReading, formats.dayOf(now))}</Cell>
      <Cell>
        {words.circuits[source.circuit]}
        {source.retryAt !== null && <p className="text-s">{words.retryAt(formats.relative(source.retryAt, now))}</p>}
      </Cell>
      <Cell>
        {!isUnset && <RetryButton source={source} />}
        {source.condition === 'not_configured' && (
          <a
            href="#/settings/sources"
            aria-label={words.connectName(words.sourceNames[source.name])}
            className="text-accent hover:underline"
          >
            {words.connect}
          </a>
        )}
      </Cell>
    </Row>
  )
}

function RetryButton({ source }: { readonly source: SourceView }) {
  const busy = useFeature('connections', (state) => state.busy[source.name] !== undefined)
  const retry = useFeature('connections', (state) => state.retry)
  return (
    <Button size="s" disabled={busy} aria-label={words.retryName(words.sourceNames[source.name])} onClick={() => void retry(source.name)}>
      {words.retryNow}
    </Button>
  )
}
