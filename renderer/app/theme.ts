export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value)
}

/** "system" takes the attribute away: the style sheet follows the system by itself. Remembered, so that the next start paints right at once. */
export function applyTheme(page: Window, theme: Theme): void {
  page.localStorage.setItem('theme', theme)
  if (theme === 'system') delete page.document.documentElement.dataset['theme']
  else page.document.documentElement.dataset['theme'] = theme
}

export function rememberedTheme(page: Window): Theme {
  const value = page.localStorage.getItem('theme')
  return isTheme(value) ? value : 'system'
}
