import { counted } from '#platform/shared/page.ts'
import { houseRefusals } from './refusal.ts'

/** A place in a list ordered by time and id, newest first. Opaque to the caller. */
export interface Place {
  readonly at: Date
  readonly id: string
}

export const writeCursor = ({ at, id }: Place): string => Buffer.from(`${at.getTime()}|${id}`).toString('base64url')

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Null stands for the beginning of the list. A cursor that was tampered with is refused. */
export function readCursor(text: string | undefined): Place | null {
  if (text === undefined) return null
  const [time = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split('|')
  const at = new Date(Number(time))
  if (!/^\d{1,15}$/.test(time) || !uuidForm.test(id) || Number.isNaN(at.getTime())) throw houseRefusals.invalidInput().at('after')
  return { at, id }
}

interface Found<Row> {
  /** One row more than the page holds, if there are more. */
  readonly rows: readonly Row[]
  readonly limit: number
  /** Exact up to the limit of counting; above it, one more. */
  readonly count: number
  placeOf(row: Row): Place
}

/** What a list answers besides its rows, and the rows to show. */
export function pageOfRows<Row>({ rows, limit, count, placeOf }: Found<Row>) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    shown,
    next: rows.length > limit && last ? writeCursor(placeOf(last)) : null,
    ...counted(count),
  }
}
