import { type BureauCode, bureauCode } from '#kernel/unit-code.ts'

interface SendingOf {
  readonly bureau_code: BureauCode
  readonly id: string
  readonly sendings: number
}

const written = /^(\d{12})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d{1,4})$/

/** The name of one sending for a gateway: whose message, which, and the how-manieth time. Tells nothing of a person. */
export const sendingKey = ({ bureau_code, id, sendings }: SendingOf): string => `${bureau_code}-${id}-${sendings}`

/** Reads a key that a gateway hands back; nothing for what is none of ours. */
export function readSendingKey(text: string): { bureauCode: BureauCode; id: string; sendings: number } | undefined {
  const [, bureau, id, sendings] = written.exec(text) ?? []
  if (bureau === undefined || id === undefined || sendings === undefined) return undefined
  return { bureauCode: bureauCode(bureau), id, sendings: Number(sendings) }
}
