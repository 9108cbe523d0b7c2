import { describe, expect, it } from 'vitest'
import { launchAgent, scheduledTask, systemdUnit } from '../../../../main/adapters/service/service-definition.ts'

const command = {
  node: '/usr/bin/node',
  script: '/opt/thanos/cli.js',
  configFile: '/home/me/my config.yaml',
  dataFolder: '/home/me/100%/$data',
}

describe('the service file', () => {
  it('for systemd waits 60 s between restarts, runs at nice 5, and quotes what systemd would read otherwise', () => {
    const { text, file } = systemdUnit(command, '/home/me/.config/systemd/user')
    expect(file).toBe('/home/me/.config/systemd/user/thanos-operator.service')
    expect(text).toContain(
      'ExecStart="/usr/bin/node" "/opt/thanos/cli.js" "run" "--config" "/home/me/my config.yaml" "--data" "/home/me/100%%/$$data"',
    )
    expect(text).toContain('Restart=on-failure\nRestartSec=60')
    expect(text).toContain('Nice=5')
  })

  it('for launchd starts at login and again after a failure only', () => {
    const { text } = launchAgent({ ...command, dataFolder: '/a&b/<c>' }, '/Users/me/Library/LaunchAgents')
    expect(text).toContain('<string>/a&amp;b/&lt;c&gt;</string>')
    expect(text).toMatch(/<key>SuccessfulExit<\/key>\s*<false\/>/)
    expect(text).toMatch(/<key>ThrottleInterval<\/key>\s*<integer>60<\/integer>/)
  })

  it('for Windows starts at logon, once at a time, a minute after a failure', () => {
    const { text } = scheduledTask({ ...command, node: 'C:\\node.exe' }, 'C:\\Users\\me')
    expect(text).toContain('<Command>C:\\node.exe</Command>')
    expect(text).toContain('"--config" "/home/me/my config.yaml"')
    expect(text).toContain('<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>')
    expect(text).toContain('<Interval>PT1M</Interval>')
  })
})
