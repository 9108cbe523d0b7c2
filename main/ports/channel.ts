import type { ChannelName } from '../domain/channel-name.ts'
import type { Message } from '../domain/message.ts'

/** What became of one attempt. `afterMs`: the service asked to wait so long. `receipt`: what edit and withdraw need. */
export type DeliveryResult =
  | { readonly outcome: 'delivered'; readonly receipt: string | null }
  | { readonly outcome: 'retry'; readonly reason: string; readonly afterMs: number | null }
  | { readonly outcome: 'rejected'; readonly reason: string }

export type ChannelAbilities = { readonly buttons: boolean; readonly edit: boolean; readonly withdraw: boolean }

/**
 * A way out. It delivers one message and answers; it never loops, waits for a retry or throws for a refusal.
 * `deduplicationKey` is the same for every attempt at one message: pass it on where the service can use it.
 */
export interface Channel {
  readonly name: ChannelName
  readonly abilities: ChannelAbilities
  deliver(message: Message, context: { readonly deduplicationKey: string; readonly signal: AbortSignal }): Promise<DeliveryResult>
  /** Rewrites what was sent, e.g. `Resolved: …`; only where `abilities.edit`. */
  edit?(receipt: string, message: Message, signal: AbortSignal): Promise<DeliveryResult>
  /** Takes back what was sent; only where `abilities.withdraw`. */
  withdraw?(receipt: string, signal: AbortSignal): Promise<DeliveryResult>
  close?(): Promise<void>
}
