import { describe, expect, it } from 'vitest'
import { keepChromiumSmall } from '../../../main/electron/small-chromium.ts'

function commandLine(given: Readonly<Record<string, string>> = {}) {
  const switches = new Map(Object.entries(given))
  return {
    switches,
    getSwitchValue: (name: string) => switches.get(name) ?? '',
    appendSwitch: (name: string, value = '') => void switches.set(name, value),
  }
}

describe('a small Chromium', () => {
  it('has no process for a network that no page uses, and no processor in place of a graphics card', () => {
    const line = commandLine()
    keepChromiumSmall(line)
    expect(Object.fromEntries(line.switches)).toEqual({ 'enable-features': 'NetworkServiceInProcess2', 'disable-software-rasterizer': '' })
  })

  it('leaves the features that the owner asked for', () => {
    const line = commandLine({ 'enable-features': 'WaylandWindowDecorations' })
    keepChromiumSmall(line)
    expect(line.switches.get('enable-features')).toBe('WaylandWindowDecorations,NetworkServiceInProcess2')
  })
})
