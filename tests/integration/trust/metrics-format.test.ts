import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { servedOperator } from '../../support/served-operator.ts'

async function scraped(): Promise<string> {
  const { http, token } = await servedOperator()
  const answer = await fetch(`http://127.0.0.1:${http.port}/metrics`, { headers: { Authorization: `Bearer ${token}` } })
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  return answer.text()
}

const hasPromtool = spawnSync('promtool', ['--version']).status === 0

describe('what Prometheus scrapes', () => {
  it('keeps the rules of the format: help and type before each sample, counters end in _total, names in base units', async () => {
    const text = await scraped()
    expect(text.endsWith('\n')).toBe(true)
    const helped = new Set([...text.matchAll(/^# HELP (\w+) \S.*$/gm)].map(([, name]) => name))
    const types = new Map([...text.matchAll(/^# TYPE (\w+) (counter|gauge|histogram|summary)$/gm)].map(([, name, type]) => [name, type]))
    const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(samples.length).toBeGreaterThan(5)
    for (const sample of samples) {
      const [, name] =
        /^([a-z][a-z0-9_]*)(?:\{(?:[a-z_]+="(?:[^"\\\n]|\\.)*",?)*\})? (?:[-+]?[\d.]+(?:e[-+]?\d+)?|NaN|[-+]Inf)$/.exec(sample) ?? []
      expect([sample, helped.has(name), types.has(name)]).toEqual([sample, true, true])
    }
    for (const [name = '', type] of types) {
      expect([name, type, name.endsWith('_total')]).toEqual([name, type, type === 'counter'])
      expect(name).not.toMatch(/_(milliseconds|ms|minutes|hours|days|kilobytes|megabytes|percent|gauge|counter)(_|$)/)
    }
  })

  it.skipIf(!hasPromtool)(
    'passes promtool check metrics (skipped where promtool is not installed: Debian package prometheus)',
    async () => {
      const { status, stderr, stdout } = spawnSync('promtool', ['check', 'metrics'], { input: await scraped(), encoding: 'utf8' })
      expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' })
    },
  )
})
