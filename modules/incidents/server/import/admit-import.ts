import * as z from 'zod/mini'
import { unitsOf } from '#modules/accounts/index.ts'
import { defineQuery } from '#platform/server/query.ts'
import { type ImportContext, unitsByName } from '../../domain/import-line.ts'
import { refusals } from '../refusals.ts'
import type { IncidentTables } from '../tables.ts'
import { importNames } from './check-file.ts'
import { isDispatcher, mayImport } from './import-access.ts'

/** Asked before the first byte of a file is read: may this person import, and what are its lines read against. */
export const admitImport = defineQuery<IncidentTables>()({
  name: 'incidents.uploadImport',
  input: z.object({}),
  allowedTo: isDispatcher,

  async read({ actor, open, now }): Promise<ImportContext> {
    if (!mayImport(actor)) throw refusals.importNotYours()
    const units = (await unitsOf(open, actor.bureauCode)).filter(({ kind }) => kind !== 'bureau')
    const named = units.map(({ code, nameZh, nameEn, shortName }) => ({ code, names: [nameZh, nameEn, shortName] }))
    return { now, units: unitsByName(named), ...importNames }
  },
})
