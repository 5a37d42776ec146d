import { z } from 'zod'
import { houseRefusals } from '#platform/server/refusal.ts'

/** Where a page of messages ended: the next one goes on from there, whatever has arrived meanwhile. */
export interface Place {
  readonly createdAt: Date
  readonly id: string
}

const Written = z.tuple([z.iso.datetime(), z.uuid()])

export const writePlace = ({ createdAt, id }: Place): string =>
  Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url')

export function readPlace(text: string | undefined): Place | null {
  if (text === undefined) return null
  const [createdAt, id] = parsed(text)
  return { createdAt: new Date(createdAt), id }
}

function parsed(text: string): z.output<typeof Written> {
  const json = Buffer.from(text, 'base64url').toString('utf8')
  const read = z
    .string()
    .transform((given, context) => {
      try {
        return JSON.parse(given) as unknown
      } catch {
        context.addIssue({ code: 'custom' })
        return z.NEVER
      }
    })
    .pipe(Written)
    .safeParse(json)
  if (!read.success) throw houseRefusals.invalidInput().at('after')
  return read.data
}
