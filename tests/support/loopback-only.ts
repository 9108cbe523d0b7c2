import { Socket } from 'node:net'

/** Addresses a test may connect to. */
const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/

const connect = Socket.prototype.connect

function hostOf(target: unknown): string {
  const first: unknown = Array.isArray(target) ? target[0] : target
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return 'localhost'
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost'
  }
  return 'localhost'
}

// Every TCP client of Node, fetch included, ends in Socket.connect: the one place to refuse the outside world.
const guarded = function (this: Socket, ...args: unknown[]) {
  const host = typeof args[1] === 'string' ? args[1] : hostOf(args[0])
  if (!loopback.test(host))
    throw new Error(`This test tried to reach ${host}. Tests talk to this machine only: start a server on 127.0.0.1.`)
  return Reflect.apply(connect, this, args) as Socket
}

Object.defineProperty(Socket.prototype, 'connect', { value: guarded, writable: true, configurable: true })
