import type { CaseStory, IncidentStory } from '../../../data/county/story.ts'
import type { DemoStage, Extra } from './extra.ts'

const settledForMs = 10 * 3_600_000
const dayMs = 86_400_000

/** Ordinary cases of which nothing more has happened for some hours, those of the demo log-ins' own station first, the newest first. */
function settledCases({ county, loadedAt }: DemoStage, is: (story: CaseStory) => boolean): readonly CaseStory[] {
  const before = loadedAt.getTime() - settledForMs
  const own = county.officers[1]?.unitCode
  const isSettled = ({ case: story, secrecy, sensitivity }: IncidentStory) =>
    story !== null &&
    secrecy === 'ordinary' &&
    sensitivity === 'none' &&
    [story.opened, ...story.moves].every((step) => step.recordedAt.getTime() < before) &&
    is(story)
  const found = county.incidents
    .filter(isSettled)
    .flatMap((incident) => incident.case ?? [])
    .toReversed()
  return [...found.filter(({ unitCode }) => unitCode === own), ...found.filter(({ unitCode }) => unitCode !== own)]
}

const headOf = ({ county }: DemoStage, { unitCode }: CaseStory) =>
  county.officers.find((officer) => officer.unitCode === unitCode && officer.grants.some(({ role }) => role === 'unit-head'))

const colleagueOf = ({ county }: DemoStage, { unitCode, holderId }: CaseStory) =>
  county.officers.find(
    (officer) => officer.unitCode === unitCode && officer.id !== holderId && officer.grants.every(({ role }) => role === 'officer'),
  )

const leaderOf = ({ county }: DemoStage) => county.officers.find(({ grants }) => grants.some(({ role }) => role === 'leader'))

/** Two officers investigate a filed crime, and a suspect is detained and then bailed. */
async function investigated(stage: DemoStage, story: CaseStory): Promise<void> {
  const [head, colleague, leader] = [headOf(stage, story), colleagueOf(stage, story), leaderOf(stage)]
  if (!head || !colleague || !leader) return
  const { id: caseId, holderId } = story
  const by = { id: holderId }
  const assigned = { caseId, holderId, secondId: colleague.id, reason: '配齐两名办案人' }
  await stage.act({ name: 'cases.assignOfficers', by: head, minutesAgo: 430, input: assigned })
  const suspect = { personId: stage.newId(400), personName: '闫守田', decidedBy: leader.name }
  const detained = { caseId, id: stage.newId(400), kind: 'detention', ...suspect }
  await stage.act({ name: 'cases.takeMeasure', by, minutesAgo: 400, input: detained })
  const ended = { caseId, measureId: detained.id, reason: '变更为取保候审' }
  await stage.act({ name: 'cases.endMeasure', by, minutesAgo: 70, input: ended })
  await stage.act({ name: 'cases.takeMeasure', by, minutesAgo: 65, input: { ...detained, id: stage.newId(65), kind: 'bail' } })
}

/** Leads have to be verified, so the review may take seven days. */
const reviewedLonger = (stage: DemoStage, story: CaseStory, by: { readonly id: string }): Promise<unknown> =>
  stage.act({
    name: 'cases.extendReview',
    by,
    minutesAgo: 120,
    input: { caseId: story.id, tier: 'leads-to-verify', reason: '案发时段监控和嫌疑车辆轨迹待调取核查' },
  })

/** A dog disturbed nobody after all: the cause turns out to be another, and stands on no list. */
const namedInWords = (stage: DemoStage, story: CaseStory, by: { readonly id: string }): Promise<unknown> =>
  stage.act({
    name: 'cases.changeCause',
    by,
    minutesAgo: 90,
    input: {
      caseId: story.id,
      causeCode: 'other',
      causeText: '携犬出户未系犬绳',
      causeLaw: '《动物防疫法》',
      causeArticle: '第30条',
      reason: '经调查，没有干扰他人正常生活，系携犬出户未系犬绳',
    },
  })

/** Investigators and a suspect, a longer review, a cause in words. */
export const casework: Extra = {
  name: 'casework',
  async play(stage) {
    const [filed] = settledCases(stage, ({ kind, moves }) => kind === 'criminal' && moves.at(-1)?.act === 'file')
    if (filed) await investigated(stage, filed)
    const since = stage.loadedAt.getTime() - 2 * dayMs
    const [accepted] = settledCases(
      stage,
      ({ kind, moves, opened }) => kind === 'criminal' && moves.length === 0 && opened.occurredAt.getTime() > since,
    )
    const reviewer = accepted && headOf(stage, accepted)
    if (accepted && reviewer) await reviewedLonger(stage, accepted, reviewer)
    const [violation] = settledCases(stage, ({ causeCode, moves }) => causeCode === 'psapl-89-1' && moves.length === 0)
    const namer = violation && headOf(stage, violation)
    if (violation && namer) await namedInWords(stage, violation, namer)
  },
}
