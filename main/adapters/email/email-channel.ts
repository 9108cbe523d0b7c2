import { createHash } from 'node:crypto'
import type { Transporter } from 'nodemailer'
import { second } from '../../domain/instant.ts'
import type { Channel, DeliveryResult } from '../../ports/channel.ts'
import { plainText, safeHtml } from './email-body.ts'
import { smtpRefusal } from './smtp-refusal.ts'

export type EmailSettings = {
  readonly host: string
  readonly port: number
  /** `starttls` refuses to go on unencrypted; `none` never encrypts, for a server on this machine. */
  readonly secure: 'starttls' | 'tls' | 'none'
  readonly user: string | null
  readonly password: string | null
  readonly from: string
  readonly to: readonly string[]
}

const silenceAllowed = 20 * second

/** The same for every attempt at one message, so that a mail program shows a repeated one once. */
export function messageId(deduplicationKey: string, from: string): string {
  const domain = /@([^@\s>]+)>?\s*$/.exec(from)?.[1] ?? 'thanos-operator.invalid'
  return `<${createHash('sha256').update(deduplicationKey).digest('hex').slice(0, 40)}@${domain}>`
}

function lazyTransport(settings: EmailSettings): () => Promise<Transporter> {
  let transport: Promise<Transporter> | undefined
  const { host, port, secure, user, password } = settings
  return () => {
    transport ??= import('nodemailer').then(({ createTransport }) =>
      createTransport({
        host,
        port,
        secure: secure === 'tls',
        requireTLS: secure === 'starttls',
        ignoreTLS: secure === 'none',
        ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
        connectionTimeout: silenceAllowed,
        greetingTimeout: silenceAllowed,
        socketTimeout: silenceAllowed,
        // Text from outside must not make nodemailer read files or addresses.
        disableFileAccess: true,
        disableUrlAccess: true,
      }),
    )
    return transport
  }
}

export function createEmailChannel(settings: EmailSettings): Channel {
  const transport = lazyTransport(settings)
  return {
    name: 'email',
    abilities: { buttons: false, edit: false, withdraw: false },
    async deliver(message, { deduplicationKey, signal }) {
      if (signal.aborted) return stopped
      try {
        const smtp = await transport()
        await smtp.sendMail({
          from: settings.from,
          to: [...settings.to],
          subject: message.title,
          text: plainText(message),
          html: safeHtml(message),
          messageId: messageId(deduplicationKey, settings.from),
          date: new Date(message.at),
          priority: message.severity === 'critical' ? 'high' : 'normal',
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { outcome: 'delivered', receipt: messageId(deduplicationKey, settings.from) }
      } catch (error) {
        return smtpRefusal(error)
      }
    },
  }
}

const stopped: DeliveryResult = { outcome: 'retry', reason: 'stopped before it was sent', afterMs: null }
