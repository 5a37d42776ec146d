import { namesOfRoles } from '#kernel/role-name.ts'
import type { PartyRole } from '../domain/disclosure.ts'
import type { ChangeKind } from '../domain/change.ts'
import type { Act, CaseKind, Stage } from '../domain/stage.ts'
import type { zh } from './zh.ts'

type Facts = Readonly<Record<string, unknown>>

const kinds: (typeof zh)['kinds'] = { administrative: 'Administrative case', criminal: 'Criminal case' }
const stages: (typeof zh)['stages'] = {
  accepted: 'Accepted',
  filed: 'Filed',
  'not-filed': 'Not filed',
  transferred: 'Transferred for prosecution',
  decided: 'Decided',
}
const acts: (typeof zh)['acts'] = {
  accept: 'Accept',
  file: 'File',
  refuse: 'Refuse to file',
  transfer: 'Transfer for prosecution',
  decide: 'Decide',
}
const levels: (typeof zh)['levels'] = { unit: 'handling unit', bureau: 'county bureau' }

const partyRoles: (typeof zh)['partyRoles'] = { reporter: 'Reporter', complainant: 'Complainant', victim: 'Victim' }
const changes: (typeof zh)['changes'] = {
  cause: 'Change the cause',
  officers: 'Name the investigators',
  disclosure: 'Change secrecy and sensitivity',
  review: 'Lengthen the review for filing',
}

const measures: (typeof zh)['measures'] = {
  'compelled-appearance': 'Compelled appearance',
  bail: 'Bail',
  'residential-surveillance': 'Residential surveillance',
  detention: 'Detention',
  arrest: 'Arrest',
}

const listed = (value: unknown, words: Record<string, string>): string =>
  Array.isArray(value) ? value.map((one) => words[String(one)] ?? String(one)).join(', ') : ''

export const en: typeof zh = {
  kinds,
  stages,
  acts,
  outcomes: { penalty: 'Penalty', 'not-punished': 'No penalty', mediated: 'Mediated', ended: 'Investigation ended' },
  partyRoles,
  secrecies: { ordinary: 'Ordinary', secret: 'Secret' },
  sensitivities: {
    none: 'No',
    domestic: 'Domestic violence',
    sexual: 'Sexual offence',
    minor: 'Minor involved',
    operational: 'Running operation',
  },
  forms: {
    'acceptance-receipt': 'Acceptance receipt',
    'admin-filing-notice': 'Notice of filing (administrative)',
    'no-filing-notice': 'Notice of refusal to file',
  },
  levels,
  changes,
  measures,
  refusals: {
    'cases.caseNotFound': 'No such case, or it lies outside what you may see. Check the number.',
    'cases.paperNotFound': 'No such paper. Go back to the case and open it again.',
    'cases.partyNotFound': 'No such person, or you may not see who it is.',
    'cases.moveNotAllowed': (facts: Facts) =>
      `The case is at “${stages[facts['from'] as Stage]}”: “${acts[facts['act'] as Act]}” is not open. ${Array.isArray(facts['open']) && facts['open'].length > 0 ? `Open: ${listed(facts['open'], acts)}.` : 'No step follows.'}`,
    'cases.moveNotYours': (facts: Facts) =>
      `“${acts[facts['act'] as Act]}” is decided at the ${levels[facts['level'] as 'unit' | 'bureau']} by: ${namesOfRoles(facts['needs'], 'en')}.`,
    'cases.movedMeanwhile': 'Somebody else has just acted on this case. Reload to see it.',
    'cases.reasonRequired': (facts: Facts) => `“${acts[facts['act'] as Act]}” needs a reason; it will stand in the paper.`,
    'cases.outcomeNotAsked': (facts: Facts) => `“${acts[facts['act'] as Act]}” has no result to choose.`,
    'cases.groundRequired': 'Choose the ground of the law on which it is not filed; the notice prints it.',
    'cases.groundNotAsked': (facts: Facts) => `“${acts[facts['act'] as Act]}” has no ground of refusal to choose.`,
    'cases.outcomeRequired': 'Choose the result.',
    'cases.causeDoesNotFit': (facts: Facts) =>
      `This cause does not belong to a ${kinds[facts['kind'] as CaseKind].toLowerCase()}. Choose another, or “Other”.`,
    'cases.identityKeptSecret':
      'This person asked that their identity be kept secret: only the holder and the head of the unit act for them.',
    'cases.partyNotTaken': (facts: Facts) =>
      `The case is at “${stages[facts['stage'] as Stage]}”: no receipt is issued to a ${partyRoles[facts['role'] as PartyRole].toLowerCase()} any more.`,
    'cases.partyActNotYours': (facts: Facts) =>
      `People and receipts are looked after at the handling unit by: ${namesOfRoles(facts['needs'], 'en')}.`,
    'cases.samePhone': 'This is the number that is registered now; nothing changes.',
    'cases.identityCheckRequired': 'Say how the identity was checked: only the person can lift the secrecy.',
    'cases.secrecyUnchanged': (facts: Facts) =>
      facts['isSecret'] ? 'The identity of this person is kept secret already.' : 'The identity of this person is not kept secret.',
    'cases.causeTextRequired': 'For “Other”, write what it is. Law and article may be left out if you do not know them.',
    'cases.changeNotYours': (facts: Facts) =>
      `“${changes[facts['kind'] as ChangeKind]}” is for the ${levels[facts['level'] as 'unit' | 'bureau']}: ${namesOfRoles(facts['needs'], 'en')}.`,
    'cases.nothingChanged': (facts: Facts) => `“${changes[facts['kind'] as ChangeKind]}”: that is how it stands already.`,
    'cases.sameOfficerTwice': 'The holder and the second investigator are two officers.',
    'cases.officerNotOfUnit': 'Choose from the active officers of the handling unit.',
    'cases.noReviewRunning': (facts: Facts) => `The case is at “${stages[facts['stage'] as Stage]}”: no review for filing runs.`,
    'cases.requestNotYours': 'Requests are recorded by the officers who handle the case.',
    'cases.measureNotYours': 'Measures are recorded by officers and the head of the handling unit, or the leader.',
    'cases.measureNeedsCrime': 'An administrative case knows no coercive measures.',
    'cases.measureNotFound': 'This case has no such measure.',
    'cases.measureEnded': (facts: Facts) => `This measure ended on ${String(facts['endedAt']).slice(0, 10)}.`,
    'cases.personNameRequired': 'Give the name of the suspect.',
    'cases.trailNotYours':
      'Who looked at this case is for its investigators, the head of the unit, the leader, supervisors and the case centre.',
    'cases.noticeNotDue': 'No notice of refusal waits for service in this case.',
    'cases.whoseNotice': 'More than one complainant waits for the notice; choose whom it was served on.',
    'cases.noticeAlreadyServed': (facts: Facts) => `The notice was served on ${String(facts['servedAt']).slice(0, 10)}.`,
  },
}
