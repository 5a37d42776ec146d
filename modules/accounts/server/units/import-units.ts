import { defineAction } from '#platform/server/action.ts'
import { importUnits as endpoint } from '../../contract.ts'
import type { AccountTables } from '../tables.ts'
import { aboutBureau, administersBureau } from './administers-bureau.ts'
import { takeUnits } from './take-units.ts'

/** Adds and corrects units from a file; faults are an answer, not a refusal, since every line is told. */
export const importUnits = defineAction<AccountTables>()({
  name: 'accounts.importUnits',
  input: endpoint.input,
  allowedTo: administersBureau,
  async run({ actor, tx, about }, { csv }) {
    about(aboutBureau(actor))
    return takeUnits(tx, actor.bureauCode, csv)
  },
})
