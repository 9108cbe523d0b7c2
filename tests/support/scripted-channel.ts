import type { ChannelName } from '../../main/domain/channel-name.ts'
import type { Message } from '../../main/domain/message.ts'
import type { Channel, DeliveryResult } from '../../main/ports/channel.ts'

export const delivered: DeliveryResult = { outcome: 'delivered', receipt: 'r-1' }
export const rejected = (reason = 'chat not found'): DeliveryResult => ({ outcome: 'rejected', reason })
export const retry = (afterMs: number | null = null, reason = 'server error 500'): DeliveryResult => ({ outcome: 'retry', reason, afterMs })

/** A channel that answers as told and remembers what it was given. */
export class ScriptedChannel implements Channel {
  readonly abilities = { buttons: false, edit: false, withdraw: false }
  readonly sent: Message[] = []
  readonly attempts: Message[] = []
  readonly name: ChannelName
  readonly #answer: (message: Message, attempt: number) => DeliveryResult | Promise<DeliveryResult>

  constructor(
    name: ChannelName,
    answer: (message: Message, attempt: number) => DeliveryResult | Promise<DeliveryResult> = () => delivered,
  ) {
    this.name = name
    this.#answer = answer
  }

  async deliver(message: Message): Promise<DeliveryResult> {
    this.attempts.push(message)
    const result = await this.#answer(message, this.attempts.length)
    if (result.outcome === 'delivered') this.sent.push(message)
    return result
  }
}
