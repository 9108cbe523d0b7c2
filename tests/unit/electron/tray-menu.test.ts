import { describe, expect, it } from 'vitest'
import { tomorrowAtNine, trayMenu, type TrayActions } from '../../../main/electron/tray-menu.ts'
import type { TrayView } from '../../../main/electron/tray-view.ts'

const now = new Date(2026, 0, 20, 15, 30).getTime()
const quiet: TrayView = { face: 'quiet', count: 0, paused: false, tooltip: '' }

function recorder(): { readonly calls: unknown[][]; readonly actions: TrayActions } {
  const calls: unknown[][] = []
  const record =
    (name: string) =>
    (...rest: unknown[]): void => {
      calls.push([name, ...rest])
    }
  const actions = {
    openInbox: record('openInbox'),
    open: record('open'),
    capture: record('capture'),
    pause: record('pause'),
    checkNow: record('checkNow'),
    settings: record('settings'),
    openInBrowser: () => null,
    quit: record('quit'),
  }
  return { calls, actions }
}

function choose(view: TrayView, label: string): unknown[][] {
  const { calls, actions } = recorder()
  const item = trayMenu(view, actions, () => now, null).find((each) => each.label === label)
  // The menu's items take Electron's own objects and ignore them.
  const click = item?.click as (() => void) | undefined
  click?.()
  return calls
}

describe('trayMenu', () => {
  it('has the count, then what can be done', () => {
    const labels = trayMenu({ ...quiet, count: 2 }, recorder().actions, () => now, null).map((item) => item.label ?? '-')
    expect(labels).toEqual([
      '2 open alerts',
      '-',
      'Open',
      'Capture',
      '-',
      'Pause for 1 h',
      'Pause until tomorrow',
      'Check now',
      '-',
      'Settings',
      'Quit',
    ])
  })

  it('offers to go on while paused', () => {
    const labels = trayMenu({ ...quiet, paused: true }, recorder().actions, () => now, null).map((item) => item.label)
    expect(labels).toContain('Resume')
    expect(labels).not.toContain('Pause for 1 h')
  })

  it('pauses for an hour, until tomorrow at nine, or no longer', () => {
    expect(choose(quiet, 'Pause for 1 h')).toEqual([['pause', now + 3_600_000]])
    expect(choose(quiet, 'Pause until tomorrow')).toEqual([['pause', new Date(2026, 0, 21, 9).getTime()]])
    expect(choose({ ...quiet, paused: true }, 'Resume')).toEqual([['pause', null]])
  })

  it.each([
    ['Open', 'open'],
    ['Capture', 'capture'],
    ['Check now', 'checkNow'],
    ['Settings', 'settings'],
    ['Quit', 'quit'],
  ])('does what %s says', (label, action) => {
    expect(choose(quiet, label)).toEqual([[action]])
  })

  it('finds tomorrow over the end of a month', () => {
    expect(tomorrowAtNine(new Date(2026, 0, 31, 23, 59).getTime())).toBe(new Date(2026, 1, 1, 9).getTime())
  })
})

it('opens the pages in the browser while they are served', () => {
  const opened: string[] = []
  const actions = { ...recorder().actions, openInBrowser: () => () => void opened.push('browser') }
  const item = trayMenu(quiet, actions, () => now, null).find((each) => each.label === 'Open in the browser')
  // As below.
  const click = item?.click as (() => void) | undefined
  click?.()
  expect(opened).toEqual(['browser'])
})

it('offers a newer version', () => {
  const installs: string[] = []
  const update = { version: '2.0.0', install: () => void installs.push('2.0.0') }
  const item = trayMenu(quiet, recorder().actions, () => now, update).find((each) => each.label === 'Install version 2.0.0')
  // The menu's items take Electron's own objects and ignore them.
  const click = item?.click as (() => void) | undefined
  click?.()
  expect(installs).toEqual(['2.0.0'])
})
