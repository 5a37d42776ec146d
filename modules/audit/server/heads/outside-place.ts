import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Why a sheet did not leave; a code without anything of its content. */
export class SendingFault extends Error {}

const isAddress = (place: string) => /^https?:\/\//.test(place)
const timeoutMs = 10_000

/** The place as people are shown it: an address without user, password or query. */
export function nameOfPlace(place: string): string {
  if (!isAddress(place)) return place
  const { origin, pathname } = new URL(place)
  return `${origin}${pathname}`
}

/** Hands a sheet to a folder, best on another machine or medium, or to an address by POST. Doing it twice does no harm. */
export const sendSheet = (place: string, name: string, content: string): Promise<void> =>
  isAddress(place) ? post(place, name, content) : write(place, name, content)

async function post(place: string, name: string, content: string): Promise<void> {
  const answer = await fetch(place, {
    method: 'POST',
    body: content,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'idempotency-key': name, 'x-daylight-file': name },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: Error) => {
    throw new SendingFault(error.name === 'TimeoutError' ? 'timeout' : 'unreachable')
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new SendingFault(`status ${answer.status}`)
}

async function write(folder: string, name: string, content: string): Promise<void> {
  // why: a medium that is not plugged in must not be mistaken for a folder of this machine.
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new SendingFault('no such folder')
  const file = path.join(folder, name)
  const there = await readFile(file, 'utf8').catch(() => '')
  if (there === content) return
  // why: a file that a power cut left short is written again; another sheet of this number is kept as evidence.
  if (!content.startsWith(there)) throw new SendingFault('another sheet is there')
  try {
    await writeFile(`${file}.part`, content, { flush: true })
    await rename(`${file}.part`, file)
  } catch (error) {
    throw new SendingFault((error as NodeJS.ErrnoException).code ?? 'not written')
  }
}
