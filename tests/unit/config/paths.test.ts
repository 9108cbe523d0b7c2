import { describe, expect, it } from 'vitest'
import { expandHome, operatorPaths, type Machine } from '../../../main/config/paths.ts'

const linux: Machine = { platform: 'linux', home: '/home/ada', folder: '/srv', environment: {} }

describe('where the configuration and the data are', () => {
  it.each<[string, Machine, string, string]>([
    ['on Linux', linux, '/home/ada/.config/thanos-operator/operator.yaml', '/home/ada/.local/share/thanos-operator'],
    [
      'on Linux with XDG folders',
      { ...linux, environment: { XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d' } },
      '/c/thanos-operator/operator.yaml',
      '/d/thanos-operator',
    ],
    [
      'on Linux with a relative XDG folder, which counts for nothing',
      { ...linux, environment: { XDG_CONFIG_HOME: 'c' } },
      '/home/ada/.config/thanos-operator/operator.yaml',
      '/home/ada/.local/share/thanos-operator',
    ],
    [
      'on macOS',
      { ...linux, platform: 'darwin', home: '/Users/ada' },
      '/Users/ada/Library/Application Support/thanos-operator/operator.yaml',
      '/Users/ada/Library/Application Support/thanos-operator',
    ],
    [
      'on Windows',
      { platform: 'win32', home: 'C:\\Users\\ada', folder: 'C:\\', environment: { APPDATA: 'C:\\R', LOCALAPPDATA: 'C:\\L' } },
      'C:\\R\\thanos-operator\\operator.yaml',
      'C:\\L\\thanos-operator',
    ],
    [
      'named by the environment',
      { ...linux, environment: { THANOS_CONFIG: '~/o.yaml', THANOS_DATA: 'data' } },
      '/home/ada/o.yaml',
      '/srv/data',
    ],
  ])('%s', (_, machine, configFile, dataFolder) => {
    expect(operatorPaths(machine)).toEqual({ configFile, dataFolder })
  })

  it('what the command line says wins', () => {
    const machine = { ...linux, environment: { THANOS_CONFIG: '/e.yaml', THANOS_DATA: '/e' } }
    expect(operatorPaths(machine, { config: 'mine.yaml', data: '~/d' })).toEqual({
      configFile: '/srv/mine.yaml',
      dataFolder: '/home/ada/d',
    })
  })

  it("leaves another user's home alone", () => {
    expect(expandHome('~grace/x', '/home/ada')).toBe('~grace/x')
  })
})
