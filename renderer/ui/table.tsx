import type { ReactNode } from 'react'
import { ScrollRegion } from './scroll-region.tsx'

/** A table with hairlines, which scrolls sideways by itself when the window is narrow. */
export function Table({
  label,
  columns,
  children,
}: {
  readonly label: string
  readonly columns: readonly string[]
  readonly children: ReactNode
}) {
  return (
    <ScrollRegion label={label} className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="border-b border-line pr-4 pb-1.5 text-s font-book whitespace-nowrap text-ink-3">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  )
}

export function Row({ children }: { readonly children: ReactNode }) {
  return <tr className="border-b border-line last:border-b-0">{children}</tr>
}

export function HeadCell({ children }: { readonly children: ReactNode }) {
  return (
    <th scope="row" className="h-9 py-1.5 pr-4 align-top font-medium whitespace-nowrap">
      {children}
    </th>
  )
}

export function Cell({
  children,
  wide = false,
}: {
  readonly children?: ReactNode
  /** Takes what the others leave. */ readonly wide?: boolean
}) {
  return <td className={`h-9 py-1.5 pr-4 align-top text-ink-2 last:pr-0 ${wide ? 'w-full min-w-56' : 'whitespace-nowrap'}`}>{children}</td>
}
