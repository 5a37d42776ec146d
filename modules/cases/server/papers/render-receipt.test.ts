import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '#kernel/beijing-time.ts'
import type { AcceptanceReceiptFacts, AdminFilingNoticeFacts, NoFilingNoticeFacts, ReceiptFacts } from './receipt-facts.ts'
import { renderReceipt } from './render-receipt.ts'

const every = {
  caseNumber: 'A14119955010020261' + '10037',
  bureauName: '汾川县公安局',
  unitName: '城关派出所',
  reporterName: '贺小满',
  reportedAt: new Date('2026-11-21T07:52:00+08:00'),
  reportWay: '来所报案',
  matter: '电动自行车电瓶被盗（晋安小区6号楼下，2块）。',
  officers: [
    { name: '赵启明', policeNumber: '141026', phone: '19900000026' },
    { name: '陈立安', policeNumber: '141027', phone: '19900000026' },
  ],
  issuedAt: new Date('2026-11-21T08:30:00+08:00'),
  signature: 'to-sign',
  isDemo: false,
} as const
const query = {
  url: 'https://cx.fenchuan.example/q',
  code: '7304118266550917',
  qrText: 'https://cx.fenchuan.example/q#v1.A1411995501002026110037.7304118266550917',
}
const receipt: AcceptanceReceiptFacts = {
  ...every,
  form: 'acceptance-receipt',
  paperNumber: '汾公（城关）受案字〔2026〕412号',
  evidence: '购车发票1张。',
  latest: { day: day('2026-11-24'), basis: '《公安机关办理刑事案件程序规定》' },
  query,
}
const filingNotice: AdminFilingNoticeFacts = {
  ...every,
  form: 'admin-filing-notice',
  paperNumber: '汾公（城关）行立告字〔2026〕12号',
  filedAt: every.issuedAt,
  causeName: '盗窃',
  legalBasis: '《中华人民共和国治安管理处罚法》第九十条',
  latest: { day: day('2026-12-21'), basis: '《中华人民共和国治安管理处罚法》第一百一十八条' },
  query,
}
const refusal: NoFilingNoticeFacts = {
  ...every,
  form: 'no-filing-notice',
  paperNumber: '汾公不立字〔2026〕3号',
  decidedAt: every.issuedAt,
  reasons: '没有犯罪事实。',
}

const poppler = 'pdftotext'
const hasPoppler = spawnSync(poppler, ['-v']).status === 0

async function textOf(facts: ReceiptFacts): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'daylight-paper-'))
  const file = path.join(folder, 'paper.pdf')
  await writeFile(file, await renderReceipt(facts))
  const { stdout } = spawnSync(poppler, ['-raw', file, '-'], { encoding: 'utf8' })
  await rm(folder, { recursive: true })
  return stdout
}
const flat = (text: string) => text.replaceAll(/\s/g, '')

describe('a paper', () => {
  it('is the same to the last byte when set twice', async () => {
    const again = { ...receipt, reissue: { number: 1, reissuedAt: every.issuedAt }, voidedAt: every.issuedAt }
    for (const facts of [receipt, filingNotice, refusal, again]) {
      const [first, second] = await Promise.all([renderReceipt(facts), renderReceipt(facts)])
      expect(Buffer.from(first).equals(second)).toBe(true)
      expect(first.length).toBeLessThan(120_000)
    }
  })

  it('is set at a speed worth printing', async () => {
    const begin = performance.now()
    const papers = await Promise.all(Array.from({ length: 50 }, (_, index) => renderReceipt({ ...receipt, matter: `第${index}件` })))
    expect(papers).toHaveLength(50)
    console.log(`${Math.round(50_000 / (performance.now() - begin))} receipts of two copies a second`)
  })

  it('survives names that fonts lack and texts without end', async () => {
    for (const reporterName of ['䶮㛃堃', '𠮷田', '\u{10FFFD}', null])
      expect((await renderReceipt({ ...receipt, reporterName, matter: '停在楼下的车被撬'.repeat(400) })).length).toBeGreaterThan(10_000)
  })
})

// why: reading a PDF back needs poppler's pdftotext, which a bare machine lacks.
describe.skipIf(!hasPoppler)('what stands on a paper (needs pdftotext)', () => {
  it('holds number and query code in groups that can be read aloud', async () => {
    for (const facts of [receipt, filingNotice]) {
      const text = await textOf(facts)
      expect(text).toContain('A141199 550100 202611 0037')
      expect(text).toContain('7304 1182 6655 0917')
      expect(flat(text)).toContain('cx.fenchuan.example/q')
    }
    const long = { ...query, url: 'https://a-very-long-name-of-a-bureau.fenchuan.example:8443/q' }
    expect(flat(await textOf({ ...receipt, query: long })).replaceAll('\u200B', '')).toContain('bureau.fenchuan.example:8443/q')
  })

  it('says the last lawful day, and says so where the law sets none', async () => {
    expect(flat(await textOf(receipt))).toContain('最迟于2026年11月24日作出决定')
    expect(flat(await textOf(filingNotice))).toContain('最迟于2026年12月21日作出处理决定')
    expect(flat(await textOf({ ...filingNotice, latest: null }))).toContain('法律对本案没有规定办理期限')
  })

  it('never prints the phone of the reporter, even when a caller carries it along', async () => {
    const careless = { ...receipt, reporterPhone: '19900000417', phone: '19900000417' }
    expect(flat(await textOf(careless))).not.toContain('19900000417')
  })

  it('has two equal copies, each counting its own pages', async () => {
    const [first = '', second = ''] = (await textOf(receipt)).split('\f').map(flat)
    expect(first).toContain('第一联交报案人')
    expect(second).toContain('第二联附卷')
    expect(second).toContain('第1页共1页')
    expect(second.replace('第二联附卷', '')).toBe(first.replace('第一联交报案人', ''))
    expect(flat(await textOf({ ...receipt, matter: '停在楼下的车被撬'.repeat(100) }))).toContain('第2页共2页')
  })

  it('prints what looks like a program as it is written', async () => {
    const matter = '#panic("x") #read("/etc/passwd") $x^2$ *b* <a> @b \\ `c` = d'
    expect(flat(await textOf({ ...receipt, matter }))).toContain(flat(matter))
  })

  it('names the remedies of a refusal with their days', async () => {
    const text = flat(await textOf(refusal))
    expect(text).toContain('决定不予立案')
    expect(text).toContain('收到本通知书之日起七日以内，向汾川县公安局申请复议')
    expect(text).toContain('收到复议决定书之日起七日以内，向上一级公安机关申请复核')
    expect(text).toContain('人民检察院')
    expect(text).not.toContain('查询码')
  })

  it('leaves out a field for which nothing is known', async () => {
    const text = flat(await textOf({ ...refusal, reportWay: '', officers: [{ name: '赵启明', policeNumber: '', phone: '' }] }))
    expect(text).not.toContain('报案方式')
    expect(text).toContain('承办民警赵启明联系方式监督投诉12389')
  })

  it('notes who could not be reached and who would not sign', async () => {
    expect(flat(await textOf({ ...receipt, signature: 'refused' }))).toContain('（拒绝签名）')
    expect(flat(await textOf({ ...receipt, signature: 'unreachable' }))).toContain('（无法联系，未签名）')
  })

  it('says in whose hands it is and by which word the law calls them', async () => {
    const text = flat(await textOf({ ...receipt, partyWord: '被害人', reportWay: '' }))
    expect(text).toContain('第一联交被害人')
    expect(text).toContain('被害人签名')
    expect(text).toContain('与你有关的上述事项，我局已受理')
    expect(text).not.toContain('报案')
  })

  it('tells a person without a mobile that number and code are enough', async () => {
    const text = flat(await textOf({ ...receipt, query: { ...query, isCodeOnly: true } }))
    expect(text).toContain('输入案件编号和下面的查询码，手机号一栏不填')
    expect(text).not.toContain('登记的手机号。')
  })

  it('bears on a copy issued again its number and day, and on the lost one that it is void', async () => {
    const again = flat(await textOf({ ...receipt, reissue: { number: 2, reissuedAt: new Date('2026-12-01T10:00:00+08:00') } }))
    expect(again).toContain('补发第2次2026年12月1日')
    expect(again).toContain('汾公（城关）受案字〔2026〕412号')
    const lost = flat(await textOf({ ...receipt, voidedAt: new Date('2026-12-01T10:00:00+08:00') }))
    expect(lost).toContain('已补发作废')
    expect(lost).toContain('2026年12月1日补发')
  })

  it('names on no copy who asked for secrecy, and keeps the second apart from the file', async () => {
    for (const facts of [receipt, filingNotice, refusal]) {
      const text = flat(await textOf({ ...facts, isIdentitySecret: true }))
      expect(text).not.toContain('贺小满')
      expect(text).toContain('本人要求身份保密')
      expect(text).toContain('第二联单独密封保存')
      expect(text).not.toContain('附卷')
    }
  })

  it('promises no decision on filing that was taken already', async () => {
    const reachedAt = new Date('2026-11-23T10:00:00+08:00')
    const filed = flat(await textOf({ ...receipt, reached: { stage: 'filed', reachedAt } }))
    expect(filed).toContain('2026年11月23日立为刑事案件侦查')
    expect(filed).not.toContain('最迟于')
    expect(flat(await textOf({ ...receipt, reached: { stage: 'not-filed', reachedAt } }))).toContain('决定不予立案')
  })

  it('marks every page of a demonstration, and no real one', async () => {
    expect((await textOf({ ...receipt, isDemo: true })).match(/演\s*示/g)).toHaveLength(2)
    expect(await textOf(receipt)).not.toMatch(/演\s*示/)
  })
})
