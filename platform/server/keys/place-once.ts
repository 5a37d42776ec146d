import { randomBytes } from 'node:crypto'
import { chmod, link, rm, stat, writeFile } from 'node:fs/promises'

/** Writes a secret to a file that is not there yet, whole and with mode 0600; of several processes one wins, and the others keep its file. */
export async function placeOnce(file: string, make: () => string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, make(), { mode: 0o600 })
  // why: a link is made whole or not at all, so two processes that start together share one key.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600)
}
