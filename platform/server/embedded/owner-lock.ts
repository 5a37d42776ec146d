import { createHash } from 'node:crypto'
import { createServer } from 'node:net'

export interface OwnerLock {
  release(): Promise<void>
}

/** Tries to become the one process that looks after the server of this folder; nothing if another lives. */
export function takeOwnerLock(folder: string): Promise<OwnerLock | undefined> {
  // why: an abstract socket dies with its process, so unlike a file it can never be stale.
  const name = `\0daylight-owner-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`
  const { promise, resolve, reject } = Promise.withResolvers<OwnerLock | undefined>()
  const server = createServer((socket) => socket.destroy())
  server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
  server.listen({ path: name, exclusive: true }, () => {
    server.unref()
    resolve({ release: () => new Promise((done) => server.close(() => done())) })
  })
  return promise
}
