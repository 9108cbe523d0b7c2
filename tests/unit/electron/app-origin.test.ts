import { describe, expect, it } from 'vitest'
import { isAppUrl, isTrustedSender, lateOrigin, ownOrigin, pageUrl } from '../../../main/electron/app-origin.ts'

describe.each([ownOrigin, lateOrigin])('the origin $scheme', (origin) => {
  const root = `${origin.scheme}://${origin.host}`

  it('knows its own pages', () => {
    expect(isAppUrl(pageUrl('index', origin), origin)).toBe(true)
    expect(isAppUrl(`${root}/panel.html?screen=inbox#a-1`, origin)).toBe(true)
  })

  it.each([
    `${root}.evil/index.html`,
    `${origin.scheme}://user@${origin.host}/index.html`,
    `${origin.scheme}://${origin.host}@evil/index.html`,
    `${origin.scheme}://${origin.host}:8080/index.html`,
    `${origin.scheme}x://${origin.host}/index.html`,
    `http://${origin.host}/index.html`,
    `https://evil.example/${root}`,
    'file:///etc/passwd',
    `data:text/html,${root}`,
    'about:blank',
    '',
    'not a url',
  ])('does not take %s for its own', (url) => {
    expect(isAppUrl(url, origin)).toBe(false)
  })

  it('trusts the main frame of its own pages, and no other frame', () => {
    const url = pageUrl('index', origin)
    expect(isTrustedSender({ url, parent: null }, origin)).toBe(true)
    expect(isTrustedSender({ url, parent: {} }, origin)).toBe(false)
    expect(isTrustedSender({ url: 'https://evil.example/', parent: null }, origin)).toBe(false)
    expect(isTrustedSender(null, origin)).toBe(false)
  })
})

it('does not take one origin for the other', () => {
  expect(isAppUrl(pageUrl('index', lateOrigin), ownOrigin)).toBe(false)
  expect(isAppUrl(pageUrl('index', ownOrigin), lateOrigin)).toBe(false)
})
