import { holds } from '#kernel/actor.ts'
import { bureauCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import { type PlainRoutes, signedIn } from '#platform/server/module.ts'
import { ask, defineQuery } from '#platform/server/query.ts'
import { printHeads, takeHeads } from '../../contract.ts'
import { refusals } from '../refusals.ts'
import type { AuditTables } from '../tables.ts'
import { headReaders, sheetOf } from './head-queries.ts'
import { signedSheetOf } from './head-sheet-repository.ts'
import { renderHeadSheet } from './render-head-sheet.ts'
import { sheetFile, sheetFileName } from './signed-sheet.ts'

/** One sheet as it was signed. That somebody took it out is part of the trail. */
export const readHeads = defineQuery<AuditTables>()({
  name: 'audit.readHeads',
  input: printHeads.input,
  isSensitive: true,
  allowedTo: (actor) => holds(actor, ...headReaders),
  async read({ actor, db, open, isDemo, about }, { sheetId }) {
    const [bureau = '', number = ''] = sheetId.split('.')
    const row = await sheetOf(db, actor, bureauCode(bureau), Number(number))
    if (!row) throw refusals.sheetNotFound()
    about({ subject: `heads:${sheetId}`, bureauCode: row.bureau_code, unitCode: row.bureau_code })
    const names = await unitNames(open, [row.bureau_code])
    return { sheet: signedSheetOf(row), row, bureauName: names.get(row.bureau_code) ?? row.bureau_code, isDemo }
  },
})

/** A sheet on paper, and as the file that is sent. */
export const headRoutes: PlainRoutes = (server, getPlatform, identify) => {
  server.get(printHeads.path, async (request, reply) => {
    const found = await ask(getPlatform(), readHeads, await signedIn(identify, request), request.params)
    const pdf = await renderHeadSheet(found)
    return reply.header('content-type', 'application/pdf').header('content-disposition', 'inline').send(Buffer.from(pdf))
  })
  server.get(takeHeads.path, async (request, reply) => {
    const { sheet, row } = await ask(getPlatform(), readHeads, await signedIn(identify, request), request.params)
    const name = sheetFileName({ bureauCode: row.bureau_code, number: row.number })
    return reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(sheetFile(sheet))
  })
}
