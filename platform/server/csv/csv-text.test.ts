import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLines } from './csv-text.ts'

const firstCell = (value: string): string => csvLines([[value, 'x']]).split(',')[0] ?? ''

describe('a cell of a CSV file', () => {
  it.each(['140109550100', '0350555011', '19900000417', '010'])('keeps all digits of %s: it is text to a spreadsheet', (digits) => {
    expect(firstCell(digits)).toBe(`${digits}\t`)
  })

  it.each(['3', '2026', '1234567890'])('leaves the number %s a number', (digits) => {
    expect(firstCell(digits)).toBe(digits)
  })

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])(
    'never begins as a formula does: %j',
    (value) => {
      const [[cell]] = parse(csvLines([[value]]), { bom: true }) as [[string]]
      expect(cell).toBe(`'${value}`)
    },
  )

  it('holds quotes, commas and line breaks, and gives them back', () => {
    const row = ['他说："快来"', '一, 二', '第一行\n第二行', '']
    expect(parse(csvLines([row]))).toEqual([row])
  })

  it('is defused whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const [[cell] = ['']] = parse(csvLines([[value, '']])) as string[][]
        expect(cell ?? '').not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})
