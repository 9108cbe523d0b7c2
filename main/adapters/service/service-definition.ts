/** The one command that the system is to keep running, with absolute paths. */
export type ServiceCommand = {
  readonly node: string
  readonly script: string
  readonly configFile: string
  readonly dataFolder: string
}

/** Whose session it runs in, as Windows names them: DOMAIN\\user. Null where that is not known. */
export type WindowsUser = string | null

/** What the system's own service manager is given: where the file goes, what it says, and which commands put it in force or take it out. */
export type ServiceDefinition = {
  readonly file: string
  readonly text: string
  readonly install: readonly (readonly string[])[]
  readonly remove: readonly (readonly string[])[]
  /** Succeeds while it runs. */
  readonly status: readonly string[]
}

/** Seconds before a process that ended by itself is started again. */
const restartAfter = 60

const name = 'thanos-operator'
const label = 'com.thanos.operator'

function argumentsOf({ node, script, configFile, dataFolder }: ServiceCommand): readonly string[] {
  return [node, script, 'run', '--config', configFile, '--data', dataFolder]
}

/** Quoted as systemd reads it: backslashes, quotes and its own specifiers. */
function systemdWord(word: string): string {
  return `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A systemd user unit. It waits between restarts, and stays out of the way of what its owner works with. */
export function systemdUnit(command: ServiceCommand, folder: string): ServiceDefinition {
  const unit = `${name}.service`
  const text = `[Unit]
Description=Thanos Operator
StartLimitIntervalSec=0

[Service]
ExecStart=${argumentsOf(command).map(systemdWord).join(' ')}
ExecReload=/bin/kill -HUP $MAINPID
Restart=on-failure
RestartSec=${restartAfter}
TimeoutStopSec=15
Nice=5
UMask=0077
NoNewPrivileges=yes

[Install]
WantedBy=default.target
`
  return {
    file: `${folder}/${unit}`,
    text,
    install: [
      ['systemctl', '--user', 'daemon-reload'],
      ['systemctl', '--user', 'enable', '--now', unit],
    ],
    remove: [
      ['systemctl', '--user', 'disable', '--now', unit],
      ['systemctl', '--user', 'daemon-reload'],
    ],
    status: ['systemctl', '--user', 'is-active', '--quiet', unit],
  }
}

/** A launchd agent: started at login, started again when it fails. */
export function launchAgent(command: ServiceCommand, folder: string): ServiceDefinition {
  const file = `${folder}/${label}.plist`
  const words = argumentsOf(command)
    .map((word) => `    <string>${xmlText(word)}</string>`)
    .join('\n')
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${label}</string>
  <key>ProgramArguments</key>
  <array>
${words}
  </array>
  <key>RunAtLoad</key>
  <true/>
  <key>KeepAlive</key>
  <dict>
    <key>SuccessfulExit</key>
    <false/>
  </dict>
  <key>ThrottleInterval</key>
  <integer>${restartAfter}</integer>
  <key>ProcessType</key>
  <string>Background</string>
  <key>Nice</key>
  <integer>5</integer>
  <key>Umask</key>
  <integer>63</integer>
</dict>
</plist>
`
  return {
    file,
    text,
    install: [['launchctl', 'load', '-w', file]],
    remove: [['launchctl', 'unload', '-w', file]],
    status: ['launchctl', 'list', label],
  }
}

/** Quoted as Windows programs read their command line: backslashes count only before a quote, and then twice. */
function windowsWord(word: string): string {
  return `"${word.replace(/(\\*)"/g, String.raw`$1$1\"`).replace(/\\+$/, '$&$&')}"`
}

/**
 * A task of the Windows scheduler, started when its owner logs on and again a minute after a failure. Without the owner's name it would start at anybody's
 * logon, and only an administrator could make it.
 */
export function scheduledTask(command: ServiceCommand, folder: string, user: WindowsUser): ServiceDefinition {
  const userId = user === null ? '' : `<UserId>${xmlText(user)}</UserId>`
  const file = `${folder}\\${name}.xml`
  const [node = '', ...rest] = argumentsOf(command)
  const quoted = rest.map(windowsWord).join(' ')
  const text = `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.4" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Triggers>
    <LogonTrigger><Enabled>true</Enabled>${userId}</LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">${userId}<LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel></Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Priority>8</Priority>
    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${xmlText(node)}</Command>
      <Arguments>${xmlText(quoted)}</Arguments>
    </Exec>
  </Actions>
</Task>
`
  return {
    file,
    text,
    install: [['schtasks', '/Create', '/F', '/TN', name, '/XML', file]],
    remove: [['schtasks', '/Delete', '/F', '/TN', name]],
    status: ['schtasks', '/Query', '/TN', name],
  }
}
