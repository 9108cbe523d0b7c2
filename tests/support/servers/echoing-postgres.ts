import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** Answers a login as PostgreSQL does, asks for the password in the clear, and refuses it with an error that says it back. */
export class EchoingPostgres {
  readonly passwords: string[] = []
  readonly #sockets = new Set<Socket>()
  readonly #server: Server = createServer((socket) => {
    this.#sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('data', (data) => this.#answer(socket, data))
  })

  async start(): Promise<this> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve)
    })
    return this
  }

  get port(): number {
    // A TCP server that listens has one.
    return (this.#server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => {
      this.#server.close(resolve)
    })
  }

  #answer(socket: Socket, data: Buffer): void {
    // The first message of a connection has no type: its protocol version, 3.0, stands where others have a length.
    if (data.readInt32BE(4) === 196_608) {
      socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]))
      return
    }
    const password = data.subarray(5, -1).toString()
    this.passwords.push(password)
    const fields = Buffer.from(`SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed: "${password}"\0Dit was ${password}\0\0`)
    const head = Buffer.alloc(5)
    head.write('E')
    head.writeInt32BE(fields.length + 4, 1)
    socket.end(Buffer.concat([head, fields]))
  }
}
