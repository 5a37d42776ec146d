import { startEmbedded } from '#platform/server/embedded/start-embedded.ts'

const [home = ''] = process.argv.slice(2)
const tell = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** A program that tests start as other users and kill: it holds an embedded server until its input ends. */
async function hold(): Promise<void> {
  const server = await startEmbedded({ home, durable: false, onRestart: () => tell({ event: 'restarted', isAdopted: server.isAdopted() }) })
  tell({ event: 'started', isAdopted: server.isAdopted(), connection: server.connection })
  process.stdin.on('end', () => void server.stop().then(() => process.exit(0)))
  process.stdin.resume()
}

await hold().catch((fault: unknown) => {
  tell({ event: 'refused', reason: (fault as Error).message })
  process.exit(1)
})
