import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { Services } from './create-services.ts'

const ServicesContext = createContext<Services | null>(null)

export function ServicesProvider({ services, children }: { readonly services: Services; readonly children: ReactNode }) {
  return <ServicesContext value={services}>{children}</ServicesContext>
}

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (services === null) throw new Error('A screen was drawn outside ServicesProvider.')
  return services
}

type Stores = Services['stores']
type StateOf<Store> = Store extends StoreApi<infer State> ? State : never

/** One feature's state through a selector: `useFeature('inbox', (inbox) => inbox.selectedId)`. */
export function useFeature<Name extends keyof Stores, Selected>(name: Name, select: (state: StateOf<Stores[Name]>) => Selected): Selected {
  // The store at `name` is the one whose state `select` takes: the compiler cannot follow the index through the union.
  const store = useServices().stores[name] as unknown as StoreApi<StateOf<Stores[Name]>>
  return useStore(store, select)
}
