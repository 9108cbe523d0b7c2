import type { ReactNode } from 'react'

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-6">
      <h2 className="mb-1.5 text-s font-medium tracking-normal text-ink-3">{title}</h2>
      {children}
    </section>
  )
}
