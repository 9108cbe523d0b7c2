import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { launchAgent, scheduledTask, systemdUnit } from '../../../../main/adapters/service/service-definition.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

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

  it('for Windows starts when its owner logs on, once at a time, again a minute after a failure, with no more rights than its owner', () => {
    const { text } = scheduledTask({ ...command, node: 'C:\\node.exe' }, 'C:\\Users\\me', 'HOME\\me & you')
    expect(text).toContain('<Command>C:\\node.exe</Command>')
    expect(text).toContain('"--config" "/home/me/my config.yaml"')
    expect(text).toContain('<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>')
    expect(text).toContain('<Interval>PT1M</Interval>')
    expect(text).toContain('<LogonTrigger><Enabled>true</Enabled><UserId>HOME\\me &amp; you</UserId></LogonTrigger>')
    expect(text).toContain('<RunLevel>LeastPrivilege</RunLevel>')
    expect(scheduledTask(command, 'C:\\', null).text).not.toContain('UserId')
  })

  it('for Windows keeps a backslash at the end of a path from eating the quote behind it', () => {
    const { text } = scheduledTask({ ...command, configFile: 'C:\\a b\\', dataFolder: 'D:\\' }, 'C:\\', null)
    expect(text).toContain(String.raw`"--config" "C:\a b\\" "--data" "D:\\"`)
  })
})

/** Whatever a folder may be called. */
const odd = {
  ...command,
  script: `/opt/a b %h $x 'q' "d" é&<>\\n;/cli.js`,
  configFile: '/home/me/%%/$${HOME}/`x`.yaml',
  node: process.execPath,
}

const has = (program: string) => spawnSync(program, ['--version']).status === 0

/** Reads a document as its own system would, with Python's parsers; answers what the script prints as JSON. */
function python(script: string, document: string | Buffer): unknown {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script], { input: document, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

describe('the service file of a machine with odd names', () => {
  it.skipIf(!has('systemd-analyze'))('is one that systemd finds nothing wrong with (skipped without systemd-analyze)', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'thanos-operator.service')
    writeFileSync(file, systemdUnit(odd, folder).text)
    const { status, stderr } = spawnSync('systemd-analyze', ['--user', 'verify', file], {
      encoding: 'utf8',
      env: { ...process.env, XDG_RUNTIME_DIR: folder },
    })
    expect({ status, said: stderr }).toEqual({ status: 0, said: '' })
  })

  it.skipIf(!has('python3'))('is a property list with the very words of the command (skipped without python3)', () => {
    const script = 'import json,plistlib,sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))'
    expect(python(script, launchAgent(odd, '/x').text)).toMatchObject({
      Label: 'com.thanos.operator',
      ProgramArguments: [odd.node, odd.script, 'run', '--config', odd.configFile, '--data', odd.dataFolder],
      RunAtLoad: true,
      KeepAlive: { SuccessfulExit: false },
      ThrottleInterval: 60,
      Nice: 5,
      Umask: 0o077,
    })
  })

  it.skipIf(!has('python3'))('is a task in XML with the very words of the command (skipped without python3)', () => {
    const script = `import json,sys,xml.etree.ElementTree as e
n='{http://schemas.microsoft.com/windows/2004/02/mit/task}'
x=e.fromstring(sys.stdin.buffer.read()).find(n+'Actions').find(n+'Exec')
print(json.dumps([x.find(n+'Command').text, x.find(n+'Arguments').text]))`
    const windows = { node: 'C:\\Program Files\\node.exe', script: 'D:\\a & b\\<c>.js', configFile: 'C:\\é\\o.yaml', dataFolder: 'E:\\x\\' }
    const document = Buffer.from(`\uFEFF${scheduledTask(windows, 'C:\\', 'PC\\me').text}`, 'utf16le')
    expect(python(script, document)).toEqual([windows.node, String.raw`"D:\a & b\<c>.js" "run" "--config" "C:\é\o.yaml" "--data" "E:\x\\"`])
  })
})
