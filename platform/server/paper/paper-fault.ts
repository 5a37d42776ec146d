import path from 'node:path'

const quoted = /"((?:[^"\\]|\\.)*)"/g
const digits = /\d{4,}/g

const keysOf = (value: unknown): readonly string[] =>
  value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]) : []

/** A diagnostic may quote the person the paper is about; only names of fields may stand in the log. */
export function withoutPersons(diagnostic: string, facts: unknown): string {
  const fields = new Set(keysOf(facts))
  return diagnostic
    .replaceAll(/\\+"/g, '"')
    .replaceAll(quoted, (whole, text: string) => (fields.has(text) ? whole : '"…"'))
    .replaceAll(digits, '…')
    .replaceAll(/[^\p{ASCII}…]+/gu, '…')
}

/** A paper that could not be set. Its message is for people; `code` is what the log writes: template and diagnostics. */
export class PaperFault extends Error {
  readonly code: string

  constructor(template: string, diagnostics: readonly string[]) {
    super('文书没有生成，已记入日志；请稍后再试。 / The paper could not be made; the log says why. Please try again.')
    this.name = 'PaperFault'
    this.code = [path.basename(template), ...diagnostics].join(': ')
  }
}
