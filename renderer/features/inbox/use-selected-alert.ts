import type { AlertView } from '../../../shared/model/alert.ts'
import { useFeature } from '../../app/services.tsx'

/** The chosen alert: from the list, or from its detail when the list does not hold it. */
export function useSelectedAlert(): AlertView | null {
  return useFeature('inbox', ({ alerts, detail, selectedId }) => {
    if (selectedId === null) return null
    const shown = detail.kind === 'ready' && detail.value.alert.id === selectedId ? detail.value.alert : null
    return shown ?? alerts.find((alert) => alert.id === selectedId) ?? null
  })
}
