import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { IncidentPaperFacts } from './paper-facts.ts'
import { renderIncidentPaper } from './render-incident-paper.ts'

const every = {
  incidentNumber: 'J141199000000202611000417',
  paperNumber: '汾公（城关）不立案告字〔2026〕12号',
  bureauName: '汾川县公安局',
  unitName: '城关派出所',
  unitPhone: '0350-000-0110',
  reporterName: '贺小满',
  reportedAt: new Date('2026-11-21T07:52:00+08:00'),
  reportWay: '电话报警',
  matter: '称与邻居争吵时被推搡。',
  officer: { name: '赵启明', policeNumber: '141026' },
  issuedAt: new Date('2026-11-21T08:30:00+08:00'),
  isDemo: false,
} as const

const papers: readonly IncidentPaperFacts[] = [
  { ...every, form: 'refusal-notice', decidedAt: every.issuedAt, reasons: '双方仅口角，没有殴打行为。' },
  { ...every, form: 'other-authority-notice', authority: '汾川县人力资源和社会保障局', reasons: '反映的是劳动报酬争议。' },
  { ...every, form: 'transfer-notice', recipient: '邻县公安局刑侦大队', reasons: '案发地在邻县。' },
  {
    ...every,
    form: 'evidence-list',
    giverName: '贺小满',
    items: [
      { name: '购物小票', quantity: '1 张', features: '汾川百货' },
      { name: 'U 盘', quantity: '1 个', features: '监控录像一段' },
    ],
  },
]

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0

async function textOf(facts: IncidentPaperFacts): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'daylight-paper-'))
  const file = path.join(folder, 'paper.pdf')
  await writeFile(file, await renderIncidentPaper(facts))
  const { stdout } = spawnSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
  await rm(folder, { recursive: true })
  return stdout.replaceAll(/\s/g, '')
}

describe.each(papers.map((facts) => [facts.form, facts] as const))('%s', (_, facts) => {
  it('comes out byte for byte the same', async () => {
    const [one, other] = [await renderIncidentPaper(facts), await renderIncidentPaper(facts)]
    expect(Buffer.from(one).equals(other)).toBe(true)
  })

  it.skipIf(!hasPoppler)('names number, unit, matter and day', async () => {
    const text = await textOf(facts)
    for (const part of ['J141199000000202611000417', '城关派出所', '称与邻居争吵时被推搡', '2026年11月21日', '12389'])
      expect(text).toContain(part)
  })
})

it.skipIf(!hasPoppler)('gives a refusal the remedies of administrative law, and no others', async () => {
  const text = await textOf(papers[0] as IncidentPaperFacts)
  expect(text).toContain('六十日以内')
  expect(text).toContain('六个月以内')
  expect(text).not.toMatch(/七日以内|复核|人民检察院/)
})

it.skipIf(!hasPoppler).each(papers.map((facts) => [facts.form, facts] as const))(
  'prints no name where the person asked for secrecy, and keeps its copy apart: %s',
  async (_, facts) => {
    const giver = facts.form === 'evidence-list' ? { giverName: null } : {}
    const text = await textOf({ ...facts, ...giver, reporterName: null, isIdentitySecret: true } as IncidentPaperFacts)
    expect(text).not.toContain('贺小满')
    expect(text).toContain('身份保密')
    expect(text).toContain('单独密封保存')
  },
)

it.skipIf(!hasPoppler)('names the organ of reconsideration and the court of the bureau on a refusal', async () => {
  const [refusal] = papers as readonly [IncidentPaperFacts & { form: 'refusal-notice' }]
  const text = await textOf({ ...refusal, reconsiderationOrgan: '汾川县人民政府', court: '汾川县人民法院' })
  expect(text).toContain('依法向汾川县人民政府申请行政复议')
  expect(text).toContain('依法向汾川县人民法院提起行政诉讼')
})

it.skipIf(!hasPoppler)('says in general words who is competent where the bureau named nobody', async () => {
  const text = await textOf(papers[0] as IncidentPaperFacts)
  expect(text).toContain('依法向有管辖权的人民政府申请行政复议')
  expect(text).toContain('依法向有管辖权的人民法院提起行政诉讼')
})
