import { describe, expect, it } from 'vitest'
import { forCitizen, ruleInForce } from '#modules/deadlines/index.ts'
import { citationExists } from '#modules/law-library/index.ts'
import { caseKinds, limitRulesFor, outcomes, type PartyRole, sayingsFor, sensitiveKinds } from '../milestone.ts'
import { milestoneOn, milestones, readIn } from './index.ts'

const roleCases = milestones.flatMap((milestone) =>
  milestone.roles.map((role) => ({ milestone, role, name: `${milestone.id} for a ${role}` })),
)

describe.each(milestones)('$id', (milestone) => {
  const sayings = [...milestone.whatIsNext, ...milestone.remedy, ...milestone.remedyWhenLate]

  it('rests on articles that the library knows', () => {
    const citations = [...milestone.basis, ...sayings.flatMap((saying) => saying.basis)]
    expect(milestone.basis.length).toBeGreaterThan(0)
    expect(sayings.filter((saying) => saying.basis.length === 0)).toEqual([])
    expect(citations.filter((citation) => !citationExists(citation))).toEqual([])
  })

  it('is worded in both languages', () => {
    const texts = [
      milestone.title,
      milestone.meaning,
      ...sayings.map((saying) => saying.text),
      ...(milestone.nextStep ? [milestone.nextStep] : []),
    ]
    expect(texts.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || en.trim() === '' || /\p{Script=Han}/u.test(en))).toEqual([])
  })

  it('never says that a citizen must hurry, apologises or guesses', () => {
    expect(JSON.stringify(milestone)).not.toMatch(/[！!]|请您|抱歉|尽快|as soon as possible/)
  })

  it('takes its date from rules that citizens may be told, or says why there is none', () => {
    const rules = 'rules' in milestone.nextLimit ? milestone.nextLimit.rules : []
    const days = ['2025-06-02', '2026-06-02'].map((day) => new Date(`${day}T02:00:00Z`))
    const known = rules.flatMap((id) => days.flatMap((at) => ruleInForce(id, at) ?? []))
    expect(known.filter((rule) => !forCitizen(rule))).toEqual([])
    if (rules.length > 0) expect(known.length).toBeGreaterThan(0)
  })
})

it.each(roleCases)('$name says what comes next and what one may do', ({ milestone, role }) => {
  expect(sayingsFor(milestone.whatIsNext, role).length).toBeGreaterThan(0)
  expect(sayingsFor(milestone.remedy, role).length).toBeGreaterThan(0)
})

it('has one milestone at most for an event in a kind of case that ended in one way', () => {
  const places = milestones.flatMap(({ reachedOn, kind, outcome }) =>
    (kind ? [kind] : caseKinds).flatMap((one) => (outcome ? [outcome] : outcomes).map((ending) => `${reachedOn} ${one} ${ending}`)),
  )
  expect(new Set(places).size).toBe(places.length)
  expect(milestoneOn('cases.filed', 'criminal')?.id).toBe('criminal-filed')
  expect(milestoneOn('cases.filed', 'administrative')?.id).toBe('administrative-filed')
  expect(milestoneOn('cases.noticeServed', 'criminal')).toBeUndefined()
})

it('gives the remedies of a refusal to the complainant, who alone is served with it', () => {
  const notFiled = milestoneOn('cases.refused', 'criminal')!
  const zh = (role: PartyRole) =>
    sayingsFor(notFiled.remedy, role)
      .map((saying) => saying.text.zh)
      .join('')
  expect(zh('complainant')).toContain('复议')
  expect(zh('reporter')).not.toContain('复议')
  expect(limitRulesFor(notFiled, 'reporter')).toEqual([])
})

it('tells of an administrative decision that it was made, never the penalty or a name', () => {
  const decided = milestoneOn('cases.decided', 'administrative')!
  expect(`${decided.title.zh}${decided.meaning.zh}`).not.toMatch(/拘留|罚款|警告|调解/)
})

it.each([
  ['penalty', '已作出决定'],
  ['not-punished', '不予处罚'],
  ['mediated', '调解'],
  ['ended', '终止调查'],
] as const)('reads of an administrative result that is %s: %s', (outcome, title) => {
  const milestone = milestoneOn('cases.decided', 'administrative', outcome)!
  expect(milestone.title.zh).toBe(title)
  expect(JSON.stringify(milestone)).not.toMatch(/拘留|罚款|警告/)
})

it.each(sensitiveKinds.filter((kind) => kind !== 'operational'))('tells in a case that is %s only that it was decided', (sensitivity) => {
  for (const outcome of outcomes) expect(readIn(milestoneOn('cases.decided', 'administrative', outcome)!, sensitivity)?.id).toBe('decided')
})

it('tells nothing of an investigation or a decision while an operation runs', () => {
  const told = milestones.filter((milestone) => readIn(milestone, 'operational') !== undefined).map(({ id }) => id)
  expect(told).toEqual(['accepted', 'not-filed', 'administrative-filed'])
})

it('keeps from a reporter what is owed to a victim alone: the decision, the suit and the agent', () => {
  const words = (role: PartyRole) =>
    milestones
      .flatMap(({ whatIsNext, remedy, remedyWhenLate }) => sayingsFor([...whatIsNext, ...remedy, ...remedyWhenLate], role))
      .map(({ text }) => text.zh)
      .join('')
  for (const owed of ['决定书，应当在 2 日内送达', '委托诉讼代理人', '提起行政诉讼', '向人民法院起诉']) {
    expect(words('victim')).toContain(owed)
    if (owed !== '向人民法院起诉') expect(words('reporter')).not.toContain(owed)
  }
})
