import type * as z from 'zod/mini'
import { houseRefusals, Refusal } from './refusal.ts'

/** Codes of our own stand in a schema's message as `#code`; everything else is named by what zod found. */
const codeOf = (issue: z.core.$ZodIssue): string => {
  if (issue.message.startsWith('#')) return issue.message.slice(1)
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  if (issue.code === 'too_small' && issue.minimum === 1) return 'required'
  return issue.code
}

const noText = '\u0000'

/** Where a text holds what is no text: the one character that PostgreSQL keeps in none, or half of one, which would be kept as another. */
function unwritable(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value.includes(noText) || !value.isWellFormed() ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => unwritable(part, path === '' ? name : `${path}.${name}`))
}

/** The validated input, or a refusal that names every faulty field at once. */
export function readInput<Input extends z.ZodMiniType>(schema: Input, raw: unknown): z.output<Input> {
  const read = schema.safeParse(raw, { reportInput: true })
  const faults = read.success
    ? unwritable(read.data).map((path) => ({ path, code: 'invalid_format' }))
    : read.error.issues.map((issue) => ({ path: issue.path.join('.'), code: codeOf(issue) }))
  if (read.success && faults.length === 0) return read.data
  const { code, kind, facts } = houseRefusals.invalidInput()
  throw new Refusal(code, kind, facts, faults)
}
