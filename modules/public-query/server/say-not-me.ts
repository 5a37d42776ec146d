import { v7 as uuid } from 'uuid'
import type { Language } from '#kernel/bilingual.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { askAsParty } from './request-repository.ts'
import type { PublicQueryTables } from './tables.ts'
import { endAllViews, type ViewKey } from './view-repository.ts'

interface Objecting {
  readonly key: ViewKey
  readonly receiptId: string
  readonly language: Language
}

/** A look was not the party's: every open page and every sent code of the receipt ends at once, and the worker tells unit and case centre. */
export async function sayNotMe({ db }: Platform, { key: { bureauCode, now }, receiptId, language }: Objecting): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const tables = openAs(tx).as<PublicQueryTables>()
    await endAllViews(tables, bureauCode, receiptId, now)
    await askAsParty(tables, { bureauCode, id: uuid(), kind: 'not-me', receiptId, language, now })
  })
}
