import { useParts } from '../../app/services.tsx'
import type { Deed } from './data-store.ts'
import { dataStrings as words } from './strings.ts'

/** What is under way of some deeds, and what the last of them came to. */
export function DeedResult({ of }: { readonly of: readonly Deed[] }) {
  const { busy, said } = useParts('data', 'busy', 'said')
  const isBusy = busy !== null && of.includes(busy)
  const mine = said !== null && of.includes(said.deed) ? said : null
  return (
    <>
      <p role="status" className="mt-2 break-words text-s text-ink-2 empty:hidden">
        {isBusy ? words.busy[busy] : mine?.ok === true ? mine.words : ''}
      </p>
      {mine?.ok === false && (
        <p role="alert" className="mt-2 text-s break-words text-critical">
          {mine.words}
        </p>
      )}
    </>
  )
}
