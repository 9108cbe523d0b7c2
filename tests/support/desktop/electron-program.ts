import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const repository = resolve(import.meta.dirname, '../../..')

export type ElectronProgram = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly reason: string }

/** Electron's program as `npm start` would find it, without fetching it. */
export function electronProgram(): ElectronProgram {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { ok: false, reason: 'there is no display' }
  const module = join(repository, 'node_modules', 'electron')
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(module, 'dist')
  const named = join(module, 'path.txt')
  const path = join(folder, existsSync(named) ? readFileSync(named, 'utf8') : 'electron')
  return existsSync(path) ? { ok: true, path } : { ok: false, reason: 'there is no Electron binary here' }
}
