import { describe, expect, it } from 'vitest'
import { isKnownLink } from '../../../main/electron/external-link.ts'

describe('isKnownLink', () => {
  it('lets https to a host of the list through', () => {
    expect(isKnownLink('https://cloud.ouraring.com/personal-access-tokens')).toBe(true)
    expect(isKnownLink('https://t.me/BotFather')).toBe(true)
  })

  it.each([
    'http://cloud.ouraring.com/',
    'https://cloud.ouraring.com.evil.example/',
    'https://evil.example/?cloud.ouraring.com',
    'https://cloud.ouraring.com@evil.example/',
    'https://user:password@cloud.ouraring.com/',
    'https://cloud.ouraring.com:8443/',
    'file:///etc/passwd',
    'smb://share/x',
    'javascript:alert(1)',
    'ms-settings:',
    '',
  ])('keeps %s in', (url) => {
    expect(isKnownLink(url)).toBe(false)
  })
})
