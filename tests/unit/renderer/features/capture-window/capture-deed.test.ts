import { describe, expect, it } from 'vitest'
import { captureDeed, type CapturePlace, type KeyPress } from '../../../../../renderer/features/capture-window/capture-deed.ts'

const writing = { phase: 'writing', text: 'Call Sam' } as const
const saved = { phase: 'saved', text: '' } as const

function deed(press: Partial<KeyPress> & { readonly key: string }, place: CapturePlace, state: Parameters<typeof captureDeed>[2]) {
  const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false }
  return captureDeed({ ...none, ...press }, place, state)
}

describe('a key in the capture window', () => {
  it.each([
    ['Enter saves', { key: 'Enter' }, 'field', writing, { kind: 'save' }],
    ['Enter in an empty field leaves', { key: 'Enter' }, 'field', { phase: 'writing', text: ' \n' }, { kind: 'leave' }],
    ['Shift and Enter is a new line', { key: 'Enter', shiftKey: true }, 'field', writing, null],
    ['Enter on a button is the button’s', { key: 'Enter' }, 'elsewhere', writing, null],
    ['Escape leaves', { key: 'Escape' }, 'field', writing, { kind: 'leave' }],
    ['Control and D turns the reading off', { key: 'd', ctrlKey: true }, 'field', writing, { kind: 'plain' }],
    ['Command and D turns the reading off', { key: 'D', metaKey: true }, 'field', writing, { kind: 'plain' }],
    ['a letter is a letter', { key: 'z' }, 'field', writing, null],
    ['Z takes back what was saved', { key: 'z' }, 'outcome', saved, { kind: 'undo' }],
    ['Z takes it back from the button too', { key: 'Z' }, 'elsewhere', saved, { kind: 'undo' }],
    ['Enter after saving leaves', { key: 'Enter' }, 'outcome', saved, { kind: 'leave' }],
    ['Enter on Undo is the button’s', { key: 'Enter' }, 'elsewhere', saved, null],
    ['a letter after saving begins the next thought', { key: 'N' }, 'outcome', saved, { kind: 'begin', letter: 'N' }],
    ['a command after saving begins nothing', { key: 'c', ctrlKey: true }, 'outcome', saved, null],
    ['an arrow after saving begins nothing', { key: 'ArrowDown' }, 'outcome', saved, null],
  ] as const)('%s', (_what, press, place, state, expected) => {
    expect(deed(press, place, state)).toEqual(expected)
  })

  it.each(['Enter', 'Escape', 'd'])('%s belongs to the input method while it composes', (key) => {
    expect(deed({ key, ctrlKey: true, isComposing: true }, 'field', writing)).toBeNull()
  })
})
