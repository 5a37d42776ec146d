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
