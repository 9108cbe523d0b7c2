import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A secret under every form in which it may turn up: as it is, in an address, in JSON (once and twice), in base64 wherever in a longer text it began. */
export function formsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1)
  const aligned = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]).toString('base64')
    // What neighbours share a character with is left away at both ends.
    const own = text.replace(/=+$/, '').slice(before === 0 ? 0 : 4, -1)
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
  })
  return [...new Set([secret, encodeURIComponent(secret), encodeURI(secret), json, JSON.stringify(json).slice(1, -1), ...aligned])]
}

export type Leak = { readonly secret: string; readonly where: string; readonly form: string }

/** Where which of the secrets stands in these texts; `secrets` by name. */
export function leaksIn(
  texts: readonly { readonly where: string; readonly text: string | Buffer }[],
  secrets: Readonly<Record<string, string>>,
): readonly Leak[] {
  return Object.entries(secrets).flatMap(([name, value]) =>
    formsOf(value).flatMap((form) => texts.filter(({ text }) => text.includes(form)).map(({ where }) => ({ secret: name, where, form }))),
  )
}

/** Every file below a folder, all of its bytes; an archive unpacked as well. Those where secrets are kept on purpose are left out. */
export function filesIn(folder: string, except: readonly string[]): readonly { readonly where: string; readonly text: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && !except.includes(basename(each.name)))
    .flatMap((each) => {
      const file = join(each.parentPath, each.name)
      const text = readFileSync(file)
      const where = relative(folder, file)
      return file.endsWith('.gz')
        ? [
            { where, text },
            { where: `${where}, unpacked`, text: gunzipSync(text) },
          ]
        : [{ where, text }]
    })
}
