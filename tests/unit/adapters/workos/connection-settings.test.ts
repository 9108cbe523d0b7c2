import { describe, expect, it } from 'vitest'
import { connectionSettings } from '../../../../main/adapters/workos/connection-settings.ts'

const settings = (url: string, pool = 4) => connectionSettings(url, pool)

describe('the connection to the tasks database', () => {
  it.each([
    ['postgresql://u:p@db.example.com/work', { rejectUnauthorized: true }],
    ['postgres://u:p@db.example.com/work?sslmode=require', { rejectUnauthorized: true }],
    ['postgres://u:p@db.example.com/work?sslmode=no-verify', { rejectUnauthorized: false }],
    ['postgres://u:p@db.example.com/work?sslmode=disable', false],
    ['postgres://u:p@127.0.0.1/work', false],
    ['postgres://u:p@localhost/work?sslmode=verify-full', { rejectUnauthorized: true }],
    ['postgres:///work?host=/var/run/postgresql', false],
  ])('%s speaks TLS as %j', (url, ssl) => {
    expect(settings(url).ssl).toEqual(ssl)
    expect(settings(url).connectionString).not.toContain('ssl')
  })

  it('has four connections at most and one at least', () => {
    expect([0, 3, 4, 50].map((pool) => settings('postgres://u:p@localhost/w', pool).max)).toEqual([1, 3, 4, 4])
  })

  it.each(['', 'work', 'mysql://u:hush@h/w', 'https://u:hush@h', 'postgres://u:hush@h/w?sslrootcert=/nowhere.pem'])(
    'is not configured by %j, and the reason keeps the password',
    (url) => {
      expect(() => settings(url)).toThrow(expect.objectContaining({ code: 'not_configured' }))
      try {
        settings(url)
      } catch (error) {
        expect(String(error)).not.toContain('hush')
      }
    },
  )
})
