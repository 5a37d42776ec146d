import { v7 as uuid } from 'uuid'
import type { Language } from '#kernel/bilingual.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { disagreementCell, insertDisagreement } from './disagreement-repository.ts'
import { askAsParty } from './request-repository.ts'
import type { MilestoneRow, PublicQueryTables, ReceiptRow } from './tables.ts'
import type { ViewKey } from './view-repository.ts'

interface Disagreeing {
  readonly key: Pick<ViewKey, 'bureauCode' | 'now'>
  readonly receipt: Pick<ReceiptRow, 'id' | 'party_id'>
  /** The point that is disagreed with, as the party reads it. */
  readonly at: Pick<MilestoneRow, 'position' | 'milestone'>
  /** What they wrote; empty if nothing. */
  readonly text: string
  readonly language: Language
}

/**
 * Keeps what a party disagrees with, once for each point until it is answered, and leaves a row for the worker, who tells the unit and
 * the case centre. Saying it twice changes nothing and gives null.
 */
export async function disagree({ db, vault }: Platform, { key, receipt, at, text, language }: Disagreeing): Promise<string | null> {
  const { bureauCode, now } = key
  const id = uuid()
  return db.transaction().execute(async (tx) => {
    const tables = openAs(tx).as<PublicQueryTables>()
    const isNew = await insertDisagreement(tables, {
      bureau_code: bureauCode,
      id,
      party_id: receipt.party_id,
      position: at.position,
      milestone: at.milestone,
      text_sealed: text === '' ? null : vault.seal(text, disagreementCell('text', { bureauCode, id })),
      said_at: now,
    })
    if (isNew) await askAsParty(tables, { bureauCode, id, kind: 'disagree', receiptId: receipt.id, language, now })
    return isNew ? id : null
  })
}
