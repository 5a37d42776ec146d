import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PaperFault, withoutPersons } from './paper-fault.ts'
import { qrSvg } from './qr-svg.ts'
import { renderPaper } from './render-paper.ts'

const issuedAt = new Date('2026-11-21T08:30:00+08:00')
const body = `#let facts = json("facts.json")
#set text(font: ("Source Sans 3", "Noto Serif SC"))
#facts.name #sys.inputs.blanks`

// why: a template may read only below the workspace, which is the checkout.
let folder: string
let template: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(import.meta.dirname, '.paper-test-'))
  template = path.join(folder, 'name.typ')
  await writeFile(template, body)
})
afterAll(() => rm(folder, { recursive: true }))

describe('renderPaper', () => {
  it('gives the same bytes for the same facts and time, and others for another time', async () => {
    const paper = { template, facts: { name: '贺小满' }, issuedAt }
    const [first, second, later] = await Promise.all([
      renderPaper(paper),
      renderPaper(paper),
      renderPaper({ ...paper, issuedAt: new Date('2026-11-21T08:31:00+08:00') }),
    ])
    expect(Buffer.from(first).equals(second)).toBe(true)
    expect(Buffer.from(first).equals(later)).toBe(false)
  })

  it('keeps to PDF/A-2u', async () => {
    const pdf = Buffer.from(await renderPaper({ template, facts: { name: '贺小满' }, issuedAt })).toString('latin1')
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toMatch(/pdfaid:part>2</)
    expect(pdf).toMatch(/pdfaid:conformance>U</)
  })

  it('sets rare and unknown characters without failing', async () => {
    for (const name of ['䶮㛃堃', '𠮷野', '\u{E000}\u{105678}\u{10FFFD}', '张\u0007三\uD800', '〓 "quoted" \\u{4e00}'])
      expect((await renderPaper({ template, facts: { name }, issuedAt })).length).toBeGreaterThan(1_000)
  })

  it('fails in plain words and names the template, not the person', async () => {
    const wrong = path.join(folder, 'wrong.typ')
    await writeFile(wrong, '#let facts = json("facts.json")\n#panic(facts.name)')
    const fault = await renderPaper({ template: wrong, facts: { name: '贺小满 14119919900101' }, issuedAt }).catch(
      (error: unknown) => error,
    )
    expect(fault).toBeInstanceOf(PaperFault)
    expect((fault as PaperFault).code).toContain('wrong.typ: panicked')
    expect(`${(fault as PaperFault).code}${(fault as PaperFault).message}`).not.toMatch(/贺小满|1411/)
  })

  it('goes on after a template that does not exist', async () => {
    const lost = renderPaper({ template: path.join(folder, 'lost.typ'), facts: {}, issuedAt })
    const good = renderPaper({ template, facts: { name: '好' }, issuedAt })
    await expect(lost).rejects.toBeInstanceOf(PaperFault)
    expect((await good).length).toBeGreaterThan(1_000)
  })
})

describe('withoutPersons', () => {
  it('keeps names of fields and hides everything else that is quoted, numbered or not English', () => {
    expect(withoutPersons('dictionary has no key "matter"; got "John Smith" of 汾川 199 0000 0417', { matter: '' })).toBe(
      'dictionary has no key "matter"; got "…" of … 199 … …',
    )
  })
})

describe('qrSvg', () => {
  it('leaves four clear modules on every side', () => {
    const svg = qrSvg('https://example.cn/q#v1.A1411995501002026110037.7304118266550917')
    const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
    const starts = [...svg.matchAll(/M(\d+),(\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    expect(starts.length).toBeGreaterThan(100)
    for (const [x, y] of starts) expect(Math.min(x, y, size - 1 - x, size - 1 - y)).toBeGreaterThanOrEqual(4)
  })
})
