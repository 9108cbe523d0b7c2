import { connect, type Socket } from 'node:net'
import { Writer, decodeMessage, encodeMessage, methodCall, methodReturn, type BusMessage } from './bus-message.ts'

export type TrayHost = {
  /** The bus names of the icons that have registered, in order. */
  readonly icons: () => readonly string[]
  readonly stop: () => void
}

const watcher = 'org.kde.StatusNotifierWatcher'
const bus = 'org.freedesktop.DBus'

/** Stands in for a desktop's panel: owns the StatusNotifierWatcher's name on the session bus and lets icons register. */
export async function startTrayHost(): Promise<TrayHost> {
  const path = /unix:path=([^,;]+)/.exec(process.env['DBUS_SESSION_BUS_ADDRESS'] ?? '')?.[1]
  if (path === undefined) throw new Error('There is no session bus here.')
  const socket = connect(path)
  await greet(socket)
  const icons: string[] = []
  let serial = 0
  const send = (type: number, fields: Parameters<typeof encodeMessage>[2], body: Buffer): void => {
    serial += 1
    socket.write(encodeMessage(type, serial, fields, body))
  }
  const callBus = (member: string, signature: string, body: Buffer): void => {
    const to = [[1, 'o', '/org/freedesktop/DBus'] as const, [6, 's', bus] as const, [2, 's', bus] as const, [3, 's', member] as const]
    send(methodCall, signature === '' ? to : [...to, [8, 'g', signature]], body)
  }
  const answer = (call: BusMessage, signature: string, body: Buffer): void => {
    const to = [[5, 'u', call.serial] as const, [6, 's', call.sender] as const]
    send(methodReturn, signature === '' ? to : [...to, [8, 'g', signature]], body)
  }
  const nothing = Buffer.alloc(0)
  const isOwned = new Promise<void>((resolve) => {
    let waiting: Buffer = nothing
    socket.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk])
      for (let next = decodeMessage(waiting); next !== null; next = decodeMessage(waiting)) {
        waiting = next.rest
        const { message } = next
        // The second answer is to RequestName.
        if (message.type === methodReturn && serial === 2) resolve()
        if (message.type !== methodCall) continue
        if (message.member === 'Get') answer(message, 'v', property(message.strings[1] ?? ''))
        else answer(message, '', nothing)
        if (message.member === 'RegisterStatusNotifierItem') icons.push(message.sender)
      }
    })
  })
  callBus('Hello', '', nothing)
  callBus('RequestName', 'su', new Writer().string(watcher).uint32(0).done())
  await isOwned
  return { icons: () => icons, stop: () => socket.destroy() }
}

/** A host is there, and speaks version 0. */
function property(name: string): Buffer {
  return name === 'IsStatusNotifierHostRegistered'
    ? new Writer().signature('b').uint32(1).done()
    : new Writer().signature('i').uint32(0).done()
}

/** The bus wants a zero byte, then who we are in hexadecimal. */
async function greet(socket: Socket): Promise<void> {
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`)
  const reply = await new Promise<string>((resolve, reject) => {
    socket.once('error', reject)
    socket.once('data', (data: Buffer) => resolve(data.toString()))
  })
  if (!reply.startsWith('OK')) throw new Error(`The session bus refused: ${reply}`)
  socket.write('BEGIN\r\n')
}
