import { z } from 'zod'
import type { DeliveryResult } from '../../ports/channel.ts'

/** What nodemailer adds to its errors. */
const smtpError = z.object({ code: z.string().optional(), responseCode: z.number().optional() })

/**
 * Replies of 400 to 499 pass, those of 500 to 599 stay (RFC 5321, 4.2.1). The server's words are left out: they may repeat what they were
 * sent. An authentication that failed is for good, however the server numbers it.
 */
export function smtpRefusal(error: unknown): Exclude<DeliveryResult, { readonly outcome: 'delivered' }> {
  const parsed = smtpError.safeParse(error)
  const { code, responseCode } = parsed.success ? parsed.data : {}
  if (code === 'EAUTH' && (responseCode === undefined || responseCode >= 500)) {
    return { outcome: 'rejected', reason: 'The mail server refused the account: check user and password' }
  }
  if (responseCode !== undefined && responseCode >= 500) {
    const what = code === 'EENVELOPE' ? 'the sender or a recipient' : 'the message'
    return { outcome: 'rejected', reason: `The mail server refused ${what} (${responseCode})` }
  }
  if (responseCode !== undefined) return { outcome: 'retry', reason: `The mail server cannot take it now (${responseCode})`, afterMs: null }
  return { outcome: 'retry', reason: `The mail server could not be reached (${code ?? 'no answer'})`, afterMs: null }
}
