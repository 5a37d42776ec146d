import type { CaseDetail } from '#modules/cases/contract.ts'
import { disagreeWithLatest } from '#modules/public-query/index.ts'
import type { CountyOfficer } from '../../../data/county/county-officers.ts'
import type { DemoStage, Extra } from './extra.ts'

interface Word {
  readonly kind: 'administrative' | 'criminal'
  readonly stage: string
  readonly minutesAgo: number
  readonly text: string
  readonly answer?: { readonly minutesAgo: number; readonly text: string }
}

/** What citizens of the county said on their pages in the last days. */
const words: readonly Word[] = [
  {
    kind: 'criminal',
    stage: 'not-filed',
    minutesAgo: 2_900,
    text: '被偷的电动车是上个月新买的，有发票，买价三千六百元。不立案说是够不上数额，请再核一次价。',
    answer: {
      minutesAgo: 1_500,
      text: '已请承办单位按发票重新核价，三日内电话告知您结果。您也可以在收到通知书后 7 日内申请复议。',
    },
  },
  {
    kind: 'administrative',
    stage: 'decided',
    minutesAgo: 700,
    text: '我的伤还没有好完，医药费没有说清楚，想知道决定书什么时候送给我。',
  },
  { kind: 'criminal', stage: 'filed', minutesAgo: 95, text: '' },
]

/** An ordinary case of the station at that stage, whose first receipt a citizen has in hand. */
async function findReceipt(
  { act, loadedAt }: DemoStage,
  by: CountyOfficer,
  { kind, stage, minutesAgo }: Word,
): Promise<string | undefined> {
  const list = { name: 'cases.list', by, minutesAgo, input: { kind, stage, limit: 50 } }
  const { rows } = (await act(list)) as { readonly rows: readonly CaseDetail[] }
  const before = loadedAt.getTime() - minutesAgo * 60_000
  const chosen = rows.find(
    ({ secrecy, sensitivity, stageSince }) => secrecy === 'ordinary' && sensitivity === 'none' && Date.parse(stageSince) < before,
  )
  if (!chosen) return undefined
  const { papers } = (await act({ name: 'cases.find', by, minutesAgo, input: { caseId: chosen.id } })) as CaseDetail
  return papers.find(({ partyId }) => partyId !== null)?.id
}

/** A few parties disagree with a point of their case; the case centre has answered one of them. */
export const disagreements: Extra = {
  name: 'disagreements',
  async play(stage) {
    const { county, act, platformAt } = stage
    const [, , unitHead, , centre] = county.officers
    if (!unitHead || !centre) return
    for (const word of words) {
      const receiptId = await findReceipt(stage, unitHead, word)
      if (receiptId === undefined) continue
      const id = await disagreeWithLatest(platformAt(word.minutesAgo), { bureauCode: county.bureau, receiptId, text: word.text })
      if (id === null || !word.answer) continue
      const { minutesAgo, text } = word.answer
      await act({ name: 'public-query.answerDisagreement', by: centre, minutesAgo, input: { disagreementId: id, answer: text } })
    }
  },
}
