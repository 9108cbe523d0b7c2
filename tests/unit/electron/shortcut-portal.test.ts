import { expect, it } from 'vitest'
import { withShortcutPortal } from '../../../main/electron/shortcut-portal.ts'

it.each([
  ['', 'GlobalShortcutsPortal,GlobalShortcutsPortalPreferredTrigger'],
  ['A,B', 'A,B,GlobalShortcutsPortal,GlobalShortcutsPortalPreferredTrigger'],
  ['GlobalShortcutsPortal', 'GlobalShortcutsPortal,GlobalShortcutsPortalPreferredTrigger'],
])('asks for the portal of keys beside the features given: %j', (given, wanted) => {
  expect(withShortcutPortal(given)).toBe(wanted)
})
