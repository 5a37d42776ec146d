import type { CaseStory, IncidentStory } from '../../../data/county/story.ts'
import type { DemoStage, Extra } from './extra.ts'

const settledForMs = 10 * 3_600_000

/** Ordinary cases of which nothing more has happened for some hours, the newest first. */
function settledCases({ county, loadedAt }: DemoStage, is: (story: CaseStory) => boolean): readonly CaseStory[] {
  const before = loadedAt.getTime() - settledForMs
  const isSettled = ({ case: story, secrecy, sensitivity }: IncidentStory) =>
    story !== null &&
    secrecy === 'ordinary' &&
    sensitivity === 'none' &&
    [story.opened, ...story.moves].every((step) => step.recordedAt.getTime() < before) &&
    is(story)
  return county.incidents
    .filter(isSettled)
    .flatMap((incident) => incident.case ?? [])
    .toReversed()
}

const lastAct = ({ moves }: CaseStory) => moves.at(-1)?.act

/** Somebody was harmed besides the one who reported, and has another phone an hour later. */
async function harmedTwice(stage: DemoStage, { id: caseId, holderId }: CaseStory): Promise<void> {
  const by = { id: holderId }
  const added = (await stage.act({
    name: 'cases.addParty',
    by,
    minutesAgo: 320,
    input: {
      caseId,
      id: stage.newId(320),
      party: { name: '葛素琴', phone: '19900007316', role: 'victim' },
      reason: '核查中找到的另一名被害人',
    },
  })) as { partyId: string }
  await stage.act({
    name: 'cases.changePartyPhone',
    by,
    minutesAgo: 255,
    input: {
      caseId,
      partyId: added.partyId,
      id: stage.newId(255),
      phone: '19900007361',
      reason: '原号码为其子所用，改登记本人号码',
      identityCheck: 'id-card',
    },
  })
}

/** An old man without a mobile: his receipt is queried by its code alone, and is lost within the day. */
async function withoutMobile(stage: DemoStage, { id: caseId, holderId }: CaseStory): Promise<void> {
  const by = { id: holderId }
  const party = { name: '霍老根', phone: null, landline: '0350-5550147', role: 'victim' }
  const { partyId } = (await stage.act({
    name: 'cases.addParty',
    by,
    minutesAgo: 300,
    input: { caseId, id: stage.newId(300), party },
  })) as { partyId: string }
  await stage.act({
    name: 'cases.reissueReceipt',
    by,
    minutesAgo: 95,
    input: { caseId, partyId, id: stage.newId(95), reason: '回执在家中遗失，本人来所申请补发', identityCheck: 'known' },
  })
}

/** A witness of threats who asks that nobody learns who reported. */
const wantsSecrecy = (stage: DemoStage, { id: caseId, holderId }: CaseStory): Promise<unknown> =>
  stage.act({
    name: 'cases.addParty',
    by: { id: holderId },
    minutesAgo: 180,
    input: {
      caseId,
      id: stage.newId(180),
      party: { name: '关月英', phone: '19900007402', role: 'reporter', isIdentitySecret: true },
      reason: '与嫌疑人同村，担心报复',
    },
  })

/** Who was harmed complains only after the refusal, and gets the notice with days of their own. */
const complainsLate = (stage: DemoStage, { id: caseId, holderId }: CaseStory): Promise<unknown> =>
  stage.act({
    name: 'cases.addParty',
    by: { id: holderId },
    minutesAgo: 140,
    input: {
      caseId,
      id: stage.newId(140),
      party: { name: '阎保成', phone: '19900007455', role: 'complainant' },
      reason: '得知不予立案后来所提出控告',
    },
  })

/** Several parties to a case, a changed phone, a lost receipt, a secret identity, a late complainant. */
export const partiesAtTheCounter: Extra = {
  name: 'parties at the counter',
  async play(stage) {
    const open = settledCases(stage, (story) => story.kind === 'criminal' && (lastAct(story) ?? 'file') === 'file')
    const [first, second, third] = open
    const [refused] = settledCases(stage, (story) => lastAct(story) === 'refuse' && story.party.role !== 'complainant')
    if (first) await harmedTwice(stage, first)
    if (second) await withoutMobile(stage, second)
    if (third) await wantsSecrecy(stage, third)
    if (refused) await complainsLate(stage, refused)
  },
}
