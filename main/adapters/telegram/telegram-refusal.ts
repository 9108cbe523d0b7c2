import { z } from 'zod'
import type { DeliveryResult } from '../../ports/channel.ts'

/** An error answer of the Bot API as grammY throws it; known by its shape, so that grammY need not be loaded to recognise it. */
const apiError = z.object({
  error_code: z.number(),
  description: z.string(),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
})

/**
 * What a failed call means. The description is Telegram's own and says what is wrong ("chat not found"); anything else is named by its kind
 * only, as texts of network errors carry the address and the address carries the token. What is `hidden` is left out of the description too: a server
 * in between may say back what it was sent.
 */
export function refusalOf(error: unknown, hidden: readonly string[]): Exclude<DeliveryResult, { readonly outcome: 'delivered' }> {
  const parsed = apiError.safeParse(error)
  if (!parsed.success) return { outcome: 'retry', reason: 'Telegram could not be reached', afterMs: null }
  const { error_code: code, description, parameters } = parsed.data
  const said = hidden.reduce((text, each) => text.replaceAll(each, '…'), description)
  if (code === 429 || parameters?.retry_after !== undefined) {
    const seconds = parameters?.retry_after ?? 1
    return { outcome: 'retry', reason: `Telegram asks to wait ${seconds} s`, afterMs: seconds * 1_000 }
  }
  if (code >= 500) return { outcome: 'retry', reason: `Telegram answered ${code}: ${said}`, afterMs: null }
  if (code === 401 || code === 404) return { outcome: 'rejected', reason: 'Telegram does not know this bot: check the token' }
  return { outcome: 'rejected', reason: `Telegram refused it (${code}): ${said}` }
}

/** Telegram refuses an edit that changes nothing: then it stands as it should. */
export function isUnchanged(error: unknown): boolean {
  const parsed = apiError.safeParse(error)
  return parsed.success && parsed.data.description.includes('message is not modified')
}
