/**
 * Chromium's switches for asking the desktop for keys through the portal, the only way under Wayland; without the second, some desktops take the shortcut but
 * not the key that was wished for. What is given on the command line stays. They count only when set before Electron is ready.
 */
export function withShortcutPortal(enabledFeatures: string): string {
  const given = enabledFeatures.split(',').filter((name) => name !== '')
  return [...new Set([...given, 'GlobalShortcutsPortal', 'GlobalShortcutsPortalPreferredTrigger'])].join(',')
}
