import type { Batch } from './batch.ts'
import type { World } from './world.ts'

/** One step of the plan: pure, and it loses no item; what it stops keeps the reason. */
export type Stage = { readonly name: string; readonly run: (batch: Batch, world: World) => Batch }
