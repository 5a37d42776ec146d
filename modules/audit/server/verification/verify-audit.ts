import type { BureauCode } from '#kernel/unit-code.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import type { SignedSheet } from '../heads/signed-sheet.ts'
import { recordsOf } from './recorded-trail.ts'
import { TrailVerifier, type Verified } from './trail-verifier.ts'
import { atOneMoment } from './verification-queries.ts'

interface Compared {
  /** Null: every bureau. */
  readonly bureauCode?: BureauCode | null
  /** Sheets of heads that were kept elsewhere. */
  readonly outside?: readonly SignedSheet[]
  /** Fingerprints of the keys that may sign; without them any key is taken and only named. */
  readonly trusted?: ReadonlySet<string> | null
}

/** Entries checked so far. */
type OnProgress = (entries: number) => void

const progressEvery = 2_000

/** Walks every chain from its first link to its head, and compares them with what was signed. */
export const verifyAudit = (
  open: OpenTransaction,
  { bureauCode = null, outside = [], trusted = null }: Compared = {},
  onProgress: OnProgress = () => undefined,
): Promise<Verified> =>
  atOneMoment(open, async (db) => {
    const verifier = new TrailVerifier({ outside, trusted })
    for await (const record of recordsOf(db, bureauCode)) {
      verifier.take(record)
      if (verifier.entries % progressEvery === 0) onProgress(verifier.entries)
    }
    onProgress(verifier.entries)
    return verifier.finish()
  })
