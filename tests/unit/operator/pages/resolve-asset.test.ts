import { resolve, sep } from 'node:path'
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveAsset } from '../../../../main/operator/pages/resolve-asset.ts'

const root = resolve('/srv/app')

describe('resolveAsset', () => {
  it('names the file and its kind', () => {
    expect(resolveAsset(root, '/index.html')).toEqual({ file: resolve(root, 'index.html'), contentType: 'text/html; charset=utf-8' })
    expect(resolveAsset(root, '/assets/a%20b.woff2')).toEqual({ file: resolve(root, 'assets/a b.woff2'), contentType: 'font/woff2' })
  })

  it.each([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/assets/..%2f..%2fsecret.html',
    '/..\\secret.html',
    '/%5c..%5csecret.html',
    '/../app-evil/index.html',
    '/index.html%00.png',
    '/%zz.html',
  ])('refuses to leave its folder by %s', (pathname) => {
    expect(resolveAsset(root, pathname)).toBeNull()
  })

  it.each(['/', '/assets/', '/index', '/main.map', '/package.json5', '/x.sh'])('has nothing at %s', (pathname) => {
    expect(resolveAsset(root, pathname)).toBeNull()
  })

  it('answers nothing outside its folder, whatever the path', () => {
    const part = oneof(constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', 'a', '%00', 'index.html'), string())
    assert(
      property(array(part), (parts) => {
        const asset = resolveAsset(root, `/${parts.join('/')}.html`)
        expect(asset === null || asset.file.startsWith(root + sep)).toBe(true)
      }),
    )
  })
})
