import { Search } from 'lucide-react'
import type { Ref } from 'react'

/** A line to search in, as tall as its bar and without a frame of its own; its icon stands over the marks of the rows beneath. */
export function SearchField({
  label,
  value,
  onChange,
  ref,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly ref?: Ref<HTMLInputElement>
}) {
  return (
    <div className="flex min-h-10 min-w-0 flex-1 items-center gap-3.5 pr-3 pl-5 focus-within:shadow-[inset_0_-2px_var(--accent)]">
      <Search aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          if (value === '') event.currentTarget.blur()
          else onChange('')
        }}
        className="min-w-0 flex-1 bg-transparent py-1 outline-none [&::-webkit-search-cancel-button]:hidden"
      />
    </div>
  )
}
