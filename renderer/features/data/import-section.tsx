import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import { mostImported } from '../../../shared/ipc/limits.ts'
import type { Formats } from '../../app/formats.ts'
import { useParts } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { base64Of } from './base64-of.ts'
import { DeedResult } from './deed-result.tsx'
import { dataStrings as words } from './strings.ts'

type What = InputOf<'data:import'>['what']
type Report = OutputOf<'data:import'>

const kinds: readonly What[] = ['health', 'tasks', 'promises', 'journal']

/** What the command line imports, from a file that is chosen here. */
export function ImportSection() {
  const { busy, run } = useParts('data', 'busy', 'run')
  const formats = useFormats()
  const [what, setWhat] = useState<What>('health')
  const [report, setReport] = useState<Report | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const take = async (file: File) => {
    setReport(null)
    await run('import', async (client) => {
      if (file.size * (4 / 3) > mostImported) throw new Error(words.tooLarge(file.name))
      const answer = await client.call('data:import', { what, name: file.name, content: base64Of(await file.arrayBuffer()) })
      setReport(answer)
      return reportWords(file.name, answer, formats)
    })
  }
  return (
    <section aria-labelledby="data-import">
      <h2 id="data-import" className="mb-1 text-l">
        {words.importTitle}
      </h2>
      <p className="mb-2.5 text-s text-pretty text-ink-3">{words.importHints[what]}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label={words.importWhat}
          value={what}
          segments={kinds.map((kind) => ({ value: kind, label: words.importKinds[kind] }))}
          onChange={setWhat}
        />
        <Button disabled={busy !== null} onClick={() => chooser.current?.click()}>
          <FileUp aria-hidden="true" />
          {words.chooseFile}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={words.chooseFile}
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file may be chosen again once it is mended.
            event.target.value = ''
            if (file !== undefined) void take(file)
          }}
        />
      </div>
      <DeedResult of={['import']} />
      {report !== null && report.skipped.length > 0 && (
        <ul aria-label={words.skipped} className="mt-1.5 max-h-48 overflow-y-auto text-s text-ink-2">
          {report.skipped.map(({ line, reason }) => (
            <li key={`${line ?? ''} ${reason}`}>{line === null ? reason : words.skippedLine(formats.number(line), reason)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function reportWords(name: string, { added, changed, skippedInAll, unchanged }: Report, formats: Formats): string {
  const say = (count: number) => formats.number(count)
  return words.imported(name, say(added), say(changed), say(unchanged), skippedInAll === 0 ? null : say(skippedInAll))
}
