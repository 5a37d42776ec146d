import { describe, expect, it } from 'vitest'
import { forCitizen, ruleInForce } from '#modules/deadlines/index.ts'
import { citationExists } from '#modules/law-library/index.ts'
import { limitRulesFor, type PartyRole, sayingsFor } from '../milestone.ts'
import { milestoneOn, milestones } from './index.ts'

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

it('has one milestone at most for an event in a kind of case', () => {
  const places = milestones.flatMap(({ reachedOn, kind }) =>
    (kind ? [kind] : ['administrative', 'criminal']).map((one) => `${reachedOn} ${one}`),
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
