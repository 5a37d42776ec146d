import type { Officer } from '#kernel/actor.ts'
import { csvLines } from '#platform/server/csv/csv-text.ts'
import type { CheckedFile, ImportCard } from '../contract.ts'
import { type ImportColumn, importColumns } from '../domain/import-columns.ts'
import { incidentsModule } from '../server/module.ts'
import { importZh } from '../words/import-zh.ts'
import type { Desk } from './first-walk.ts'

export type ImportCells = Partial<Record<ImportColumn, string>>

export const aLine = (over: ImportCells = {}): ImportCells => ({
  sourceSystem: '旧接处警',
  sourceNumber: 'OLD-0001',
  receivedAt: '2026-03-01 09:30',
  source: '110',
  category: '盗窃',
  reporterName: '贺秀兰',
  reporterPhone: '19900000417',
  place: '粮站家属院 3 号楼',
  summary: '电动车被盗',
  ...over,
})

export const manyLines = (count: number, over: (at: number) => ImportCells = () => ({})): ImportCells[] =>
  Array.from({ length: count }, (_, at) => aLine({ sourceNumber: `OLD-${String(at + 1).padStart(6, '0')}`, ...over(at) }))

export const ended: ImportCells = { disposition: '当场调解', disposedAt: '2026-03-01 11:00', note: '双方达成协议', unit: '城关派出所' }

/** The text of a file with these lines, below the titles of the template. */
export const fileOf = (lines: readonly ImportCells[], columns: readonly ImportColumn[] = importColumns): string =>
  csvLines([columns.map((column) => importZh.columns[column]), ...lines.map((line) => columns.map((column) => line[column] ?? ''))])

/** Sends files as the page does, and knows the endpoints by name. */
export async function createImporter({ world, dispatcher }: Desk) {
  let actor: Officer | null = dispatcher
  const http = await world.http(() => actor)
  const upload = async (content: string | Buffer, by: Officer | null = dispatcher, headers: Record<string, string> = {}) => {
    actor = by
    const answer = await http.inject({
      method: 'POST',
      url: '/api/incident-imports',
      headers: { 'x-daylight': '1', 'content-type': 'text/csv', ...headers },
      payload: content,
    })
    return { status: answer.statusCode, body: answer.json() as CheckedFile & { code?: string; facts?: object; detail?: string } }
  }
  const act = (name: string, importId: string, by: Officer = dispatcher) => {
    const route = incidentsModule.routes.find((one) => one.name === name)
    if (!route) throw new Error(`there is no ${name}`)
    return route.carryOut(world.platform, by, { importId }) as Promise<ImportCard>
  }
  /** Checked and started; the worker has not yet begun. */
  const start = async (content: string | Buffer): Promise<string> => {
    const { body } = await upload(content)
    const id = body.import?.id
    if (id === undefined) throw new Error(`the file has faults: ${JSON.stringify(body.faults ?? body)}`)
    await act('incidents.startImport', id)
    return id
  }
  return { http, upload, act, start }
}
