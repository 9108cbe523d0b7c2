import { Search } from 'lucide-react'
import type { Ref } from 'react'

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
    <div className="flex min-h-7.5 min-w-0 flex-1 items-center gap-2 rounded-control border border-line px-2.5 focus-within:border-accent">
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
        className="min-w-0 flex-1 bg-transparent py-1 text-s outline-none [&::-webkit-search-cancel-button]:hidden"
      />
    </div>
  )
}
