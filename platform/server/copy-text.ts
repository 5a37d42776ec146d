const unsafe = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const escaped = (text: string): string => (unsafe.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (found) => escapes[found] ?? found) : text)

const inArray = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** One value in the text form of COPY. An array is one of texts; JSON is given as text. */
function fieldOf(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (Array.isArray(value)) return escaped(`{${value.map((one) => inArray(String(one))).join(',')}}`)
  throw new TypeError(`COPY has no form for a value of type ${typeof value}; JSON goes in as text`)
}

/** One row as a line of COPY. A row that lacks a column or has one more is a fault of the program. */
export function lineOf(row: object, columns: readonly string[]): string {
  const values = row as Readonly<Record<string, unknown>>
  let line = ''
  let count = 0
  for (const column of columns) {
    if (!(column in values)) throw new TypeError(`a row lacks the column ${column}`)
    line += count++ === 0 ? fieldOf(values[column]) : `\t${fieldOf(values[column])}`
  }
  if (Object.keys(values).length !== columns.length) throw new TypeError('a row has more columns than the first of its table')
  return `${line}\n`
}
