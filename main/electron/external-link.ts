/** Where the window's own links lead. Anything else is text from outside that happens to look like a link. */
const knownHosts: ReadonlySet<string> = new Set([
  'cloud.ouraring.com',
  'ouraring.com',
  'core.telegram.org',
  'telegram.org',
  't.me',
  'docs.ntfy.sh',
  'ntfy.sh',
  'console.anthropic.com',
  'platform.claude.com',
])

/** Only https, only a host from the list, no port and no credentials in front of it. */
export function isKnownLink(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === 'https:' && knownHosts.has(url.host) && url.username === '' && url.password === ''
}
