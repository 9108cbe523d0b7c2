import { describe, expect, it } from 'vitest'
import { ownOrigin } from '../../../main/electron/app-origin.ts'
import { destinationOf, destinationUrl } from '../../../main/electron/destination.ts'

const page = 'thanos-operator://app/index.html'

describe('destinationOf', () => {
  it.each([
    [page, { screen: 'inbox', id: null }],
    [`${page}#/tasks`, { screen: 'tasks', id: null }],
    [`${page}#/inbox/a-1`, { screen: 'inbox', id: 'a-1' }],
    [`${page}#/inbox/health%3Areadiness`, { screen: 'inbox', id: 'health:readiness' }],
    [`${page}#/inbox/%zz`, { screen: 'inbox', id: '%zz' }],
  ])('reads %s', (url, destination) => {
    expect(destinationOf(url, ownOrigin)).toEqual(destination)
  })

  it.each([
    { screen: 'inbox', id: 'health:readiness:2026-01-20' },
    { screen: 'settings', id: null },
  ])('finds %j again in the link made for it', (destination) => {
    expect(destinationOf(destinationUrl(destination, ownOrigin), ownOrigin)).toEqual(destination)
  })

  it.each(['thanos-operator://app/panel.html', 'https://example.com/index.html#/inbox', 'javascript:alert(1)'])(
    'has no place for %s',
    (url) => {
      expect(destinationOf(url, ownOrigin)).toBeNull()
    },
  )
})
