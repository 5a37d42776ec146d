import type { BureauCode } from '#kernel/unit-code.ts'
import type { ChainFault } from '../../domain/trail-fault.ts'
import { encode, linkHash, nothingBefore } from '../link.ts'
import type { EntryWithTime } from './verification-queries.ts'

/** What a signed sheet says of one place of a chain. */
interface SignedPoint {
  readonly hash: string
  readonly sheet: number
}

interface Broken {
  readonly fault: ChainFault
  /** Whether this later entry is the one that belongs where the chain broke: then the two changed places. */
  belongsHere(later: EntryWithTime): boolean
  left: number
}

/** So many entries behind the first broken one are searched for the one it changed places with. */
const lookAhead = 10_000

/** Follows one chain entry by entry, in their order, and keeps the first fault. */
export function chainWalk(bureauCode: BureauCode, chain: number) {
  let seq = 0
  let hash = nothingBefore
  let broken: Broken | null = null
  let found: ChainFault | null = null
  const points = new Map<number, SignedPoint>()
  const at = (kind: ChainFault['kind'], place: number): ChainFault => ({ kind, bureauCode, chain, seq: place })
  const hold = (fault: ChainFault, belongsHere: Broken['belongsHere']) => void (broken = { fault, belongsHere, left: lookAhead })

  const meet = (entry: EntryWithTime) => {
    const [place, before] = [seq + 1, hash]
    if (entry.seq !== place) return hold(at('missing', place), (later) => later.seq === place)
    if (!linkHash(before, place, encode(entry, BigInt(entry.microseconds))).equals(entry.hash))
      return hold(at('changed', place), (later) => {
        const asIfHere = linkHash(before, place, encode(later, BigInt(later.microseconds)))
        return asIfHere.equals(entry.hash) || asIfHere.equals(later.hash)
      })
    seq = place
    hash = entry.hash
    const signed = points.get(seq)
    points.delete(seq)
    if (signed && signed.hash !== hash.toString('hex')) found = { ...at('rewritten', seq), sheet: signed.sheet }
  }

  const search = (waiting: Broken, later: EntryWithTime) => {
    if (waiting.belongsHere(later)) found = { ...waiting.fault, kind: 'swapped', other: later.seq }
    else if (--waiting.left === 0) found = waiting.fault
  }

  /** The first sheet that saw more of this chain than there is. */
  const cut = (): ChainFault | null => {
    const sheets = [...points].filter(([place]) => place > seq).map(([, { sheet }]) => sheet)
    return sheets.length === 0 ? null : { ...at('cut', seq + 1), sheet: Math.min(...sheets) }
  }

  return {
    /** Tells what was signed, before the entries come. */
    expect(place: number, point: SignedPoint) {
      // why: what is said too late to be compared was moved there by whoever made the file.
      if (place <= seq) found ??= { ...at('rewritten', place), sheet: point.sheet }
      const known = points.get(place)
      if (!known || point.sheet < known.sheet) points.set(place, point)
    },
    step(entry: EntryWithTime) {
      if (found) return
      if (broken) search(broken, entry)
      else meet(entry)
    },
    /** The first fault, once all entries were met; `head` is the record of the chain’s end, null where it is gone. */
    end(head: { readonly lastSeq: number; readonly lastHash: Buffer } | null): ChainFault | null {
      if (found ?? broken) return found ?? broken?.fault ?? null
      if (head && seq < head.lastSeq) return at('missing', seq + 1)
      const beyond = cut()
      if (beyond) return beyond
      if (head === null) return at('headless', seq)
      return seq > head.lastSeq || !head.lastHash.equals(hash) ? at('foreign-head', seq) : null
    },
  }
}

export type ChainWalk = ReturnType<typeof chainWalk>
