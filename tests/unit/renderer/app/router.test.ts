import { describe, expect, it } from 'vitest'
import { parsePlace, placeHash } from '../../../../renderer/app/router.ts'

describe('the address', () => {
  it('names a screen and one thing on it, and back', () => {
    expect(parsePlace('#/inbox/a%2F1', 'inbox')).toEqual({ screen: 'inbox', id: 'a/1' })
    expect(placeHash({ screen: 'inbox', id: 'a/1' })).toBe('#/inbox/a%2F1')
    expect(parsePlace(placeHash({ screen: 'tasks', id: 'task:überfällig' }), 'inbox')).toEqual({ screen: 'tasks', id: 'task:überfällig' })
  })

  it('is the home screen when empty', () => {
    expect(parsePlace('', 'inbox')).toEqual({ screen: 'inbox', id: null })
  })

  it('does not fail on a broken escape', () => {
    expect(parsePlace('#/inbox/%E0%A4%A', 'inbox')).toEqual({ screen: 'inbox', id: '%E0%A4%A' })
  })
})
