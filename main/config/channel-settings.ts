import { z } from 'zod'
import { leastSeverity, oneOf, optionalText, optionalWebAddress, secret, section, text, texts, webAddress, whole, yesNo } from './fields.ts'
import { secretName } from './secret-reference.ts'

const whose = 'a number, a name such as @me, ${NAME}, or null'

/** A chat is named by a number or by @name; both are quoted as text further on. */
const chatId = z
  .union([z.string().trim().min(1), z.int()], { error: whose })
  .transform(String)
  .nullable()
  .describe('who hears it')
  .default('${TELEGRAM_CHAT_ID}')

const userAllowed = { error: 'a list of numeric user ids' }

const telegram = section(
  {
    enabled: yesNo(false, 'tell by Telegram'),
    token: secret('${TELEGRAM_BOT_TOKEN}', "the name of the bot's token"),
    chat_id: chatId,
    api_root: webAddress('https://api.telegram.org', 'where its API lives'),
    allowed_users: z
      .array(z.int(userAllowed).positive(userAllowed), userAllowed)
      .describe('numeric ids of those who may press its buttons')
      .default([]),
    min_severity: leastSeverity('high'),
  },
  'Telegram.',
)

const address = (value: string) => secretName(value) !== null || /^[^@\s]+@[^@\s]+$|<[^@\s]+@[^@\s]+>$/.test(value)
const addressAllowed = { error: 'an e-mail address, ${NAME}, or null' }

const email = section(
  {
    enabled: yesNo(false, 'tell by e-mail'),
    host: optionalText(null, 'the SMTP server'),
    port: whole(587, 1, 65_535, 'its port'),
    secure: oneOf('starttls', ['starttls', 'tls', 'none'], 'how the connection is kept private'),
    user: optionalText(null, 'the account there'),
    password: secret('${SMTP_PASSWORD}', 'the name of its password'),
    from: z.string(addressAllowed).refine(address, addressAllowed).nullable().describe('the sender').default(null),
    to: texts('the addresses that hear it'),
    min_severity: leastSeverity('high'),
  },
  'E-mail.',
)

/** Ways out. The journal cannot be turned off. */
export const channelSettings = section(
  {
    native: section(
      {
        enabled: yesNo(true, 'desktop notifications'),
        min_severity: leastSeverity('medium'),
        sound: text('default', 'the sound: default, none, or a name the system knows'),
      },
      'Notifications of the desktop.',
    ).prefault({}),
    telegram: telegram.prefault({}),
    email: email.prefault({}),
    push: section(
      {
        enabled: yesNo(false, 'tell the phone through ntfy'),
        url: webAddress('https://ntfy.sh', 'the server'),
        topic: optionalText(null, 'the topic: whoever knows it can read it'),
        token: secret('${NTFY_TOKEN}', 'the name of its token'),
        min_severity: leastSeverity('high'),
      },
      'Push notifications.',
    ).prefault({}),
    webhook: section(
      {
        enabled: yesNo(false, 'post each alert as JSON'),
        url: optionalWebAddress(null, 'where to'),
        secret: secret('${WEBHOOK_SECRET}', 'the name of the secret that signs it'),
        min_severity: leastSeverity('high'),
      },
      'A web service of your own.',
    ).prefault({}),
    journal: section(
      { min_severity: oneOf('info', ['info', 'low', 'medium', 'high', 'critical'], 'least severity written') },
      'The journal, always on.',
    ).prefault({}),
  },
  'Ways out.',
)
