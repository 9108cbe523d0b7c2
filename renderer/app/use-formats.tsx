import { createContext, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import { valueOf } from './loaded.ts'
import { createFormats } from './formats.ts'
import type { Formats } from './formats.ts'
import { useFeature } from './services.tsx'

const FormatsContext = createContext<Formats | null>(null)

/** Formats in the person's locale and the operator's zone, made once: a row must not make a dozen Intl objects. */
export function FormatsProvider({ children }: { readonly children: ReactNode }) {
  const zone = useFeature('status', (state) => valueOf(state.status)?.timezone)
  const formats = useMemo(() => createFormats(undefined, zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone), [zone])
  return <FormatsContext value={formats}>{children}</FormatsContext>
}

export function useFormats(): Formats {
  const formats = useContext(FormatsContext)
  if (formats === null) throw new Error('A screen was drawn outside FormatsProvider.')
  return formats
}
