import type { RunProgram } from './session-bus.ts'

/** The desktop's own do-not-disturb: null where it cannot be read. */
export async function readDoNotDisturb(run: RunProgram): Promise<boolean | null> {
  // Plasma and others say so on the bus, GNOME in its settings.
  const place = ['--session', '--dest', 'org.freedesktop.Notifications', '--object-path', '/org/freedesktop/Notifications']
  const property = ['org.freedesktop.DBus.Properties.Get', 'org.freedesktop.Notifications', 'Inhibited']
  const inhibited = await run('gdbus', ['call', ...place, '--method', ...property])
  if (inhibited.ok) return inhibited.output.includes('true')
  const banners = await run('gsettings', ['get', 'org.gnome.desktop.notifications', 'show-banners'])
  return banners.ok ? banners.output.trim() === 'false' : null
}

/** A look costs two short processes; a minute's delay in holding things back is no harm. */
const lookMs = 60_000

/** Tells at each change, for as long as the desktop says anything of it. The answer ends it. */
export function watchDoNotDisturb(run: RunProgram, tell: (active: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let hasEnded = false
  const look = async (): Promise<void> => {
    const active = await readDoNotDisturb(run)
    if (hasEnded || active === null) return
    tell(active)
    timer = setTimeout(() => void look(), lookMs)
  }
  void look()
  return () => {
    hasEnded = true
    clearTimeout(timer)
  }
}
