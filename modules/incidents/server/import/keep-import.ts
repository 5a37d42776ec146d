import { v7 as uuid } from 'uuid'
import * as z from 'zod/mini'
import type { Officer } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import type { ImportCard } from '../../contract.ts'
import type { ImportLine } from '../../domain/import-line.ts'
import { refusals } from '../refusals.ts'
import type { IncidentTables, ImportRow } from '../tables.ts'
import { isDispatcher, mayImport } from './import-access.ts'
import { aboutImport, batchCell, importCard } from './import-card.ts'
import { insertBatch, insertImport } from './import-repository.ts'

/** So many rows are registered in one transaction: the counter of numbers is held for that long. */
export const batchSize = 50

const input = z.object({ encoding: z.enum(['utf-8', 'gb18030']), bytes: z.number(), rows: z.number() })

/** Keeps the rows of a file that was checked, sealed, until somebody starts or withdraws it. Nothing is registered yet. */
export const keepImport = (batches: AsyncIterable<readonly ImportLine[]>) =>
  defineAction<IncidentTables>()({
    name: 'incidents.uploadImport',
    input,
    allowedTo: isDispatcher,

    async run({ actor, tx, now, vault, about }, { encoding, bytes, rows }): Promise<ImportCard> {
      if (!mayImport(actor)) throw refusals.importNotYours()
      const { id: byId, name, bureauCode, unitCode } = actor as Officer
      const row: ImportRow = {
        bureau_code: bureauCode,
        id: uuid(),
        state: 'checked',
        encoding,
        file_bytes: bytes,
        row_count: rows,
        written_count: 0,
        known_count: 0,
        attempts: 0,
        run_after: now,
        by_id: byId,
        by_name: name,
        by_unit: unitCode,
        uploaded_at: now,
        started_at: null,
        ended_at: null,
      }
      about(aboutImport(row))
      await insertImport(tx, row)
      let seq = 0
      for await (const batch of batches) {
        seq += 1
        const sealed = vault.seal(JSON.stringify(batch), batchCell(bureauCode, row.id, seq))
        await insertBatch(tx, { bureau_code: bureauCode, import_id: row.id, seq, rows_sealed: sealed })
      }
      return importCard(row)
    },
  })
