import type { BureauCode } from '#kernel/unit-code.ts'
import { fingerprintOf } from '#platform/server/signer.ts'
import { type HeadSheet, readSheet } from '../../domain/head-sheet.ts'
import type { SheetFault, TrailFault } from '../../domain/trail-fault.ts'
import { hashOfSheet, isProved, type SignedSheet } from '../heads/signed-sheet.ts'
import { chainWalk, type ChainWalk } from './chain-walk.ts'
import type { EntryWithTime, Head } from './verification-queries.ts'

/** One thing that verification reads, from the database or from a file; of each bureau first sheets and heads, then entries in order. */
export type TrailRecord =
  | { readonly kind: 'sheet'; readonly bureauCode: BureauCode; readonly number: number; readonly sheet: SignedSheet }
  | ({ readonly kind: 'head' } & Head)
  | { readonly kind: 'entry'; readonly entry: EntryWithTime }

export interface Verified {
  readonly chains: number
  readonly entries: number
  readonly sheets: number
  /** Fingerprints of the keys that signed the sheets: whoever trusts nobody compares them with a printed one. */
  readonly signedBy: readonly string[]
  /** The first broken entry of each broken chain, and every broken sheet; empty if all hold. */
  readonly faults: readonly TrailFault[]
}

interface Known {
  /** Sheets that left the machine earlier and were kept elsewhere. */
  readonly outside: readonly SignedSheet[]
  /** Fingerprints of the keys that may sign; null where there is nothing to compare them with. */
  readonly trusted: ReadonlySet<string> | null
}

interface Bureau {
  readonly walks: Map<number, ChainWalk>
  readonly heads: Map<number, { lastSeq: number; lastHash: Buffer }>
  readonly outside: Map<number, string>
  lastNumber: number
  lastText: string | null
}

const newBureau = (): Bureau => ({ walks: new Map(), heads: new Map(), outside: new Map(), lastNumber: 0, lastText: null })

/** Why a sheet proves nothing; null if it does. */
function faultOf(
  signed: SignedSheet,
  as: { readonly bureauCode: string; readonly number: number },
  trusted: ReadonlySet<string> | null,
): SheetFault['kind'] | null {
  const said = readSheet(signed.text)
  if (!said) return 'unreadable'
  if (!isProved(signed) || said.bureauCode !== as.bureauCode || said.number !== as.number) return 'unsigned'
  return trusted && !trusted.has(fingerprintOf(signed.key.spki)) ? 'foreign-key' : null
}

/** Takes all that was recorded, piece by piece, and says in the end what does not hold. */
export class TrailVerifier {
  readonly #bureaus = new Map<BureauCode, Bureau>()
  readonly #faults: TrailFault[] = []
  readonly #signedBy = new Set<string>()
  readonly #trusted: ReadonlySet<string> | null
  #entries = 0
  #sheets = 0

  constructor({ outside, trusted }: Known) {
    this.#trusted = trusted
    for (const signed of outside) {
      const named = readSheet(signed.text)
      const said = this.#believe(signed, { bureauCode: named?.bureauCode ?? '?', number: named?.number ?? 0 })
      if (said) this.#bureau(said.bureauCode).outside.set(said.number, signed.text)
    }
  }

  get entries(): number {
    return this.#entries
  }

  take(record: TrailRecord): void {
    if (record.kind === 'sheet') return this.#takeSheet(record.bureauCode, record.number, record.sheet)
    if (record.kind === 'entry') {
      this.#entries++
      return this.#walk(record.entry.bureau_code, record.entry.chain).step(record.entry)
    }
    this.#walk(record.bureauCode, record.chain)
    const { lastSeq, lastHash } = record
    if (lastSeq !== null && lastHash) this.#bureau(record.bureauCode).heads.set(record.chain, { lastSeq, lastHash })
  }

  finish(): Verified {
    const faults = [...this.#faults]
    let chains = 0
    for (const [code, { walks, heads, outside }] of this.#bureaus) {
      for (const sheet of outside.keys()) faults.push({ kind: 'gone', bureauCode: code, sheet })
      for (const [chain, walk] of walks) {
        chains++
        const fault = walk.end(heads.get(chain) ?? null)
        if (fault) faults.push(fault)
      }
    }
    return { chains, entries: this.#entries, sheets: this.#sheets, signedBy: [...this.#signedBy], faults }
  }

  #bureau(code: BureauCode): Bureau {
    const bureau = this.#bureaus.get(code) ?? newBureau()
    this.#bureaus.set(code, bureau)
    return bureau
  }

  #walk(code: BureauCode, chain: number): ChainWalk {
    const { walks } = this.#bureau(code)
    const walk = walks.get(chain) ?? chainWalk(code, chain)
    walks.set(chain, walk)
    return walk
  }

  #complain(kind: SheetFault['kind'], bureauCode: string, sheet: number): void {
    this.#faults.push({ kind, bureauCode, sheet })
  }

  /** Lets the chains know what was signed, unless the sheet proves nothing. */
  #believe(signed: SignedSheet, as: { readonly bureauCode: string; readonly number: number }): HeadSheet | null {
    const fault = faultOf(signed, as, this.#trusted)
    const said = readSheet(signed.text)
    if (fault || !said) {
      this.#complain(fault ?? 'unreadable', as.bureauCode, as.number)
      return null
    }
    this.#signedBy.add(fingerprintOf(signed.key.spki))
    for (const { chain, seq, hash } of said.heads) this.#walk(said.bureauCode, chain).expect(seq, { hash, sheet: said.number })
    return said
  }

  #takeSheet(bureauCode: BureauCode, number: number, signed: SignedSheet): void {
    const bureau = this.#bureau(bureauCode)
    this.#sheets++
    for (let gone = bureau.lastNumber + 1; gone < number; gone++) if (!bureau.outside.has(gone)) this.#complain('gap', bureauCode, gone)
    const said = this.#believe(signed, { bureauCode, number })
    const left = bureau.outside.get(number)
    bureau.outside.delete(number)
    if (left !== undefined && left !== signed.text) this.#complain('replaced', bureauCode, number)
    const isNext = number === bureau.lastNumber + 1
    const before = bureau.lastText === null ? null : hashOfSheet(bureau.lastText)
    if (said && isNext && said.previous !== before) this.#complain('unlinked', bureauCode, number)
    bureau.lastNumber = number
    bureau.lastText = signed.text
  }
}
