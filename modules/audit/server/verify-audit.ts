import type { BureauCode } from '#kernel/unit-code.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import type { ChainFault } from '../domain/chain-fault.ts'
import { encode, linkHash, nothingBefore } from './link.ts'
import { atOneMoment, type EntryWithTime, type Head, headsOf, nextEntries } from './verification-queries.ts'

interface Verified {
  readonly chains: number
  readonly entries: number
  /** The first broken entry of each broken chain; empty if all hold. */
  readonly faults: readonly ChainFault[]
}

/** Entries checked so far. */
type OnProgress = (entries: number) => void

const pageSize = 2_000

/** Walks every chain from its first link to its head and names the first broken entry of each. */
export const verifyAudit = (
  open: OpenTransaction,
  { bureauCode = null }: { readonly bureauCode?: BureauCode | null } = {},
  onProgress: OnProgress = () => undefined,
): Promise<Verified> =>
  atOneMoment(open, async (db) => {
    const heads = await headsOf(db, bureauCode)
    const faults: ChainFault[] = []
    let entries = 0
    for (const head of heads) {
      const walk = walkOf(head)
      let page: EntryWithTime[]
      do {
        page = await nextEntries(db, { bureauCode: head.bureauCode, chain: head.chain, after: walk.seq(), limit: pageSize })
        for (const entry of page) walk.step(entry)
        entries += page.length
        onProgress(entries)
      } while (page.length === pageSize && walk.fault() === null)
      const fault = walk.fault() ?? walk.end()
      if (fault) faults.push(fault)
    }
    return { chains: heads.length, entries, faults }
  })

/** Follows one chain and stops at the first fault. */
function walkOf({ bureauCode, chain, lastSeq, lastHash }: Head) {
  let seq = 0
  let hash = nothingBefore
  let found: ChainFault | null = null
  const at = (kind: ChainFault['kind'], place: number): ChainFault => ({ kind, bureauCode, chain, seq: place })
  return {
    seq: () => seq,
    fault: () => found,
    step(entry: EntryWithTime) {
      if (found) return
      const expected = linkHash(hash, entry.seq, encode(entry, BigInt(entry.microseconds)))
      if (entry.seq !== seq + 1) found = at('missing', seq + 1)
      else if (!expected.equals(entry.hash)) found = at('changed', entry.seq)
      seq = entry.seq
      hash = entry.hash
    },
    end(): ChainFault | null {
      if (lastSeq === null) return at('headless', seq)
      if (seq < lastSeq) return at('missing', seq + 1)
      return seq > lastSeq || !lastHash?.equals(hash) ? at('foreign-head', seq) : null
    },
  }
}
