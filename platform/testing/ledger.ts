import type { Kysely } from 'kysely'
import * as z from 'zod/mini'
import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Module } from '#platform/server/module.ts'
import { defineQuery } from '#platform/server/query.ts'
import { defineRefusals } from '#platform/server/refusal.ts'
import { defineSubscriber } from '#platform/server/subscriber.ts'
import { defineEvent } from '#platform/shared/event.ts'

/** A module that exists for the platform's own tests: notes under a subject, and a subscriber that copies them. */
export interface LedgerTables {
  'ledger.note': { bureau_code: string; id: string; text: string }
  'ledger.copy': { bureau_code: string; place: number; text: string }
}

const Note = z.object({ id: z.uuid(), text: z.string().check(z.minLength(1), z.maxLength(20)) })

export const noted = defineEvent('ledger.noted', z.object({ text: z.string() }))

export const refusals = defineRefusals('ledger', { badWord: ['conflict', (text: string) => ({ text })] })

/** Writes the note first and refuses afterwards, so that a test sees what is undone. */
export const writeNote = defineAction<LedgerTables>()({
  name: 'ledger.write',
  input: Note,
  allowedTo: (actor) => holds(actor, 'officer'),
  async run(doing, { id, text }) {
    const { actor, tx, now } = doing
    if (actor.kind !== 'officer') throw refusals.badWord(text)
    doing.about({ subject: 'note:one', bureauCode: actor.bureauCode, unitCode: actor.unitCode })
    await tx.insertInto('ledger.note').values({ bureau_code: actor.bureauCode, id, text }).execute()
    doing.emit(noted.of('note:one', now, { text }))
    if (text === 'bad') throw refusals.badWord(text)
    if (text === 'crash') throw new TypeError('a fault of ours')
    return { id }
  },
})

export const readNotes = defineQuery<LedgerTables>()({
  name: 'ledger.read',
  input: z.object({}),
  isSensitive: true,
  allowedTo: (actor) => holds(actor, 'officer', 'supervisor'),
  async read({ actor, db, about }) {
    about({ subject: 'note:one', bureauCode: actor.bureauCode, unitCode: actor.kind === 'officer' ? actor.unitCode : actor.bureauCode })
    return notesOf(db, actor.bureauCode)
  },
})

export const notesOf = async (db: Kysely<LedgerTables>, bureauCode: string): Promise<string[]> => {
  const rows = await db.selectFrom('ledger.note').select('text').where('bureau_code', '=', bureauCode).orderBy('id').execute()
  return rows.map((row) => row.text)
}

export const copiesOf = async (db: Kysely<LedgerTables>, bureauCode: string): Promise<string[]> => {
  const rows = await db.selectFrom('ledger.copy').select('text').where('bureau_code', '=', bureauCode).orderBy('place').execute()
  return rows.map((row) => row.text)
}

/** What the subscriber does before it copies; a test makes it fail or die. */
export interface Trap {
  spring(text: string): void
}

export const ledgerModule = (trap: Trap = { spring: () => undefined }): Module => ({
  name: 'ledger',
  migrations: `${import.meta.dirname}/ledger-migrations`,
  events: [noted],
  subscribers: [
    defineSubscriber<LedgerTables>()({
      name: 'ledger.copy-note',
      on: [noted],
      async handle({ tx }, { bureauCode, position, facts }) {
        await tx.insertInto('ledger.copy').values({ bureau_code: bureauCode, place: position, text: facts.text }).execute()
        trap.spring(facts.text)
      },
    }),
  ],
})
