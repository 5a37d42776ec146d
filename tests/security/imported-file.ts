import { importZh } from '../../modules/incidents/words/import-zh.ts'
import { type County, own } from './county.ts'

/** A file that the command centre had checked. */
export async function importedFile({ http, whole }: Pick<County, 'http' | 'whole'>): Promise<string> {
  const file = `${Object.values(importZh.columns).join(',')}\r\n${Object.values(importZh.example).join(',')}\r\n`.replaceAll(
    '2026-03-02',
    '2026-03-01',
  )
  const answer = await http.inject({
    method: 'POST',
    url: '/api/incident-imports',
    headers: { ...own, 'content-type': 'text/csv', cookie: `daylight_session=${whole.dispatcher.cookie}` },
    payload: file,
  })
  return String((answer.json() as { import: { id: string } }).import.id)
}
