import * as z from 'zod/mini'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineTemplate, sendToStaff } from '#modules/notifications/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { IncidentTables } from '../tables.ts'
import { holdImport, updateImport } from './import-repository.ts'
import { aboutImport } from './import-card.ts'

const stoppedMessage = defineTemplate({
  id: 'incidents.import-stopped',
  version: 1,
  zh: ({ written, rows }) => `导入停在第 ${written} 行（共 ${rows} 行），多次重试未成功。请查看后继续或撤回。`,
  en: ({ written, rows }) =>
    `An import stopped after ${written} of ${rows} rows; several tries failed. Look at it, then go on or withdraw it.`,
})

/** After so many tries of one batch an import waits for a person, who sees it stopped and is told so. */
export const importAttempts = 5

/** Stops an import whose present batch was tried too often, and tells the desk that brought it; nothing if somebody has seen to it. */
export const stopImport = defineAction<IncidentTables>()({
  name: 'incidents.stopImport',
  input: z.object({ importId: z.uuid() }),
  allowedTo: (actor) => actor.kind === 'job',

  async run(doing, { importId }): Promise<{ isStopped: boolean }> {
    const { actor, tx, now, about } = doing
    const row = await holdImport(tx, actor.bureauCode, importId)
    if (row?.state !== 'running' || row.attempts < importAttempts) return { isStopped: false }
    const of = aboutImport(row)
    about(of)
    await updateImport(tx, row, { state: 'stopped', ended_at: now })
    await sendToStaff(doing, {
      template: stoppedMessage,
      parameters: { written: String(row.written_count + row.known_count), rows: String(row.row_count) },
      bureauCode: row.bureau_code as BureauCode,
      unitCode: row.by_unit as UnitCode,
      role: 'dispatcher',
      subject: of.subject,
      path: '/staff/incidents/import',
      reference: `import-stopped:${row.id}:${now.getTime()}`,
    })
    return { isStopped: true }
  },
})
