/** The key that commands carry on this system. */
export function modifierName(): string {
  return /mac/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'
}
