import type { AuditEntry } from '#platform/server/context.ts'
import { contentOf, encode, linkHash, nothingBefore } from './link.ts'
import type { ChainRow, EntryRow } from './tables.ts'

interface Chained {
  readonly rows: EntryRow[]
  /** The heads of the chains that grew. */
  readonly heads: ChainRow[]
}

/** The rows that appending these entries one after the other would write, given where the chains end now. */
export function chainEntries(entries: readonly AuditEntry[], heads: readonly ChainRow[]): Chained {
  const known = new Map(heads.map((head) => [keyOf(head), head]))
  const grown = new Map<string, ChainRow>()
  const rows = entries.map((entry) => {
    const content = contentOf(entry)
    const head = known.get(keyOf(content))
    const seq = (head?.last_seq ?? 0) + 1
    const hash = linkHash(head?.last_hash ?? nothingBefore, seq, encode(content))
    const next = { bureau_code: content.bureau_code, chain: content.chain, last_seq: seq, last_hash: hash }
    known.set(keyOf(content), next)
    grown.set(keyOf(content), next)
    return { ...content, seq, hash }
  })
  return { rows, heads: [...grown.values()] }
}

const keyOf = ({ bureau_code: bureau, chain }: Pick<ChainRow, 'bureau_code' | 'chain'>) => `${bureau}.${chain}`
