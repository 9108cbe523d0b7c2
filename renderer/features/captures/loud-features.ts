import type { CaptureAnswer } from '../../../shared/model/capture.ts'

type Feature = CaptureAnswer['features'][number]

export type LoudFeature = Feature & {
  /** 0 to 1, of the loudest. */
  readonly share: number
}

/** The features that spoke loudest, for or against, the loudest first. */
export function loudFeatures(features: readonly Feature[], most = 8): readonly LoudFeature[] {
  const loudest = features.reduce((max, { weight }) => Math.max(max, Math.abs(weight)), 0)
  return features
    .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, most)
    .map((feature) => ({ ...feature, share: loudest === 0 ? 0 : Math.abs(feature.weight) / loudest }))
}
