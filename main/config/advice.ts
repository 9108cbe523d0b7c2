import type { Configuration } from './schema.ts'

/** What is allowed and yet cannot do what its owner seems to want, one sentence each. */
export function configurationAdvice({ channels, sources }: Configuration): readonly string[] {
  const advice: string[] = []
  const needs = (enabled: boolean, section: string, missing: readonly (string | null)[]) => {
    const names = missing.filter((name) => name !== null)
    if (enabled && names.length > 0) advice.push(`${section} is enabled but ${names.join(' and ')} is not set: nothing goes out there.`)
  }
  const { email, push, telegram, webhook } = channels
  needs(telegram.enabled, 'channels.telegram', [telegram.token === null ? 'token' : null, telegram.chat_id === null ? 'chat_id' : null])
  needs(email.enabled, 'channels.email', [
    email.host === null ? 'host' : null,
    email.from === null ? 'from' : null,
    email.to.length === 0 ? 'to' : null,
  ])
  needs(push.enabled, 'channels.push', [push.topic === null ? 'topic' : null])
  needs(webhook.enabled, 'channels.webhook', [webhook.url === null ? 'url' : null])
  if (telegram.enabled && telegram.allowed_users.length === 0)
    advice.push('channels.telegram.allowed_users is empty: messages go out, but its buttons and answers work for nobody.')
  if (sources.state_files.enabled && sources.state_files.folder === null)
    advice.push('sources.state_files is enabled but folder is not set: nothing is read there.')
  return advice
}
