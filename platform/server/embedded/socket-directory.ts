import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Identity } from './identity.ts'

const isPrivate = 0o077

// why: TMPDIR may be long or private, and a socket's whole path may have 107 bytes.
const place = () => (existsSync('/tmp') ? '/tmp' : tmpdir())

function isSafe(folder: string, uid: number): boolean {
  const found = lstatSync(folder)
  return found.isDirectory() && (found.mode & isPrivate) === 0 && (found.uid === uid || found.uid === process.getuid?.())
}

/** A short private folder for the socket, the same at each start of one data folder, whatever the path of the checkout. */
export function makeSocketDirectory(home: string, identity: Identity): string {
  const hash = createHash('sha256').update(`${process.getuid?.()}:${home}`).digest('hex').slice(0, 16)
  let folder = path.join(place(), `daylight-${hash}`)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch {
    // why: in a folder open to all, somebody else may have made this name first; then ours gets a name nobody can guess.
    if (!isSafe(folder, identity.uid)) folder = mkdtempSync(path.join(place(), 'daylight-'))
  }
  chmodSync(folder, 0o700)
  if (process.getuid?.() === 0) chownSync(folder, identity.uid, identity.gid)
  return folder
}
