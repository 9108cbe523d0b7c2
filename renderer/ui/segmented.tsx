import { ToggleGroup } from 'radix-ui'

export type Segment<Value extends string> = { readonly value: Value; readonly label: string; readonly count?: string | undefined }

/** One of a few, always one chosen. */
export function Segmented<Value extends string>({
  label,
  value,
  segments,
  onChange,
}: {
  readonly label: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly onChange: (value: Value) => void
}) {
  const choose = (chosen: string) => {
    // Choosing the chosen one again gives an empty string: it stays chosen.
    const segment = segments.find((one) => one.value === chosen)
    if (segment !== undefined) onChange(segment.value)
  }
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={choose}
      className="flex flex-wrap rounded-control bg-sunken p-0.5"
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          className="flex min-h-6 items-center gap-1 rounded-[5px] px-2.5 text-s whitespace-nowrap text-ink-2 transition-colors hover:text-ink data-[state=on]:bg-raised data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:shadow-1"
        >
          {segment.label}
          {segment.count !== undefined && <span>{segment.count}</span>}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
