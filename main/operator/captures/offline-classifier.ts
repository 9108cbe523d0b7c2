import { resolveSettings } from '../../config/resolve.ts'
import type { Configuration } from '../../config/schema.ts'
import type { Classification } from '../../domain/capture.ts'
import type { Instant } from '../../domain/instant.ts'
import type { TimeZone } from '../../domain/local-day.ts'

/** What the rules alone say of a text, as `thanos capture --classify-only` prints it. */
export type OfflineAnswer = Pick<Classification, 'class' | 'confidence' | 'review' | 'reason' | 'extracted' | 'segments'>

/** The rules without the owner's data: no corrections, no known people or clients, nothing kept. */
export function offlineClassifier(
  configuration: Configuration,
  systemZone: TimeZone,
  now: Instant,
): (text: string) => Promise<OfflineAnswer> {
  const { zone } = resolveSettings(configuration, systemZone)
  const context = { now, zone, clients: [], people: [], reviewBelow: configuration.capture.review_below }
  return async (text) => {
    const { classify } = await import('../../capture/classify.ts')
    const { class: kind, confidence, extracted, reason, review, segments } = await classify(text, context)
    return { class: kind, confidence, review, reason, extracted, segments }
  }
}
