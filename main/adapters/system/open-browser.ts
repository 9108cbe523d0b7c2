import { spawn } from 'node:child_process'

/** Programs that open an address in the owner's browser, by platform. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  // Not `start`, which is the shell's: an address must not meet a shell.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Opens a page in the system's browser. Answers false where there is none to be had, e.g. on a server. */
export function openBrowser(url: URL, platform: NodeJS.Platform): Promise<boolean> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return Promise.resolve(false)
  const [program, ...given] = openers[platform] ?? ['xdg-open']
  return new Promise((resolve) => {
    const child = spawn(program, [...given, url.href], { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
