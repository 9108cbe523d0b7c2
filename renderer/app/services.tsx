import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
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

type States = { readonly [Name in keyof Services['stores']]: ReturnType<Services['stores'][Name]['getState']> }
type StoreOf = { readonly [Name in keyof States]: StoreApi<States[Name]> }

/** One feature's state through a selector: `useFeature('inbox', (inbox) => inbox.selectedId)`. */
export function useFeature<Name extends keyof States, Selected>(name: Name, select: (state: States[Name]) => Selected): Selected {
  const stores: StoreOf = useServices().stores
  return useStore<StoreApi<States[Name]>, Selected>(stores[name], select)
}

/** Several parts of one feature's state, drawn again for them alone: `useParts('data', 'busy', 'run')`. */
export function useParts<Name extends keyof States, Part extends keyof States[Name]>(
  name: Name,
  ...parts: readonly Part[]
): Pick<States[Name], Part> {
  return useFeature(
    name,
    useShallow((state: States[Name]) => {
      const chosen: Partial<Pick<States[Name], Part>> = {}
      for (const part of parts) chosen[part] = state[part]
      return chosen as Pick<States[Name], Part> // every part was just put in
    }),
  )
}
