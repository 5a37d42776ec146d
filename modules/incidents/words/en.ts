import { namesOfRoles } from '#kernel/role-name.ts'
import { importRefusalsEn } from './import-en.ts'
import type { IncidentForm } from '../domain/incident-paper.ts'
import type { IncidentState, Step } from '../domain/incident-state.ts'
import type { zh } from './zh.ts'

type Facts = Readonly<Record<string, unknown>>

const states: (typeof zh)['states'] = {
  received: 'Received',
  dispatched: 'Dispatched',
  signed: 'Signed for',
  arrived: 'On scene',
  disposed: 'Disposed of',
  merged: 'Merged',
}
const steps: (typeof zh)['steps'] = {
  receive: 'Receive',
  dispatch: 'Dispatch',
  sign: 'Sign for',
  arrive: 'Arrive',
  dispose: 'Dispose',
  'file-case': 'File',
  'refuse-case': 'Refuse to file',
  recall: 'Recall',
  'hand-on': 'Hand on',
  correct: 'Correct the disposition',
  'hand-over': 'Hand over',
  merge: 'Merge',
  unmerge: 'Undo the merging',
  'add-call': 'Add a call',
}

const forms: (typeof zh)['forms'] = {
  'refusal-notice': 'Notice of refusal to file',
  'other-authority-notice': 'Notice: other authority',
  'transfer-notice': 'Notice of transfer',
  'evidence-list': 'List of evidence received',
}

const listed = (value: unknown, words: Record<string, string>): string =>
  Array.isArray(value) ? value.map((one) => words[String(one)] ?? String(one)).join(', ') : ''

export const en: typeof zh = {
  states,
  steps,
  forms,
  serviceWays: {
    'in-person': 'In person',
    'left-behind': 'Left behind',
    'by-post': 'By post',
    electronic: 'Electronically',
    'by-phone': 'Told by phone, collected',
  },
  sources: { '110': '110', counter: 'Counter', online: 'Online', transfer: 'Transfer' },
  grades: {
    I: 'Life at risk or violence in progress',
    II: 'Just happened or suspect on scene',
    III: 'Ordinary case or dispute',
    IV: 'Help, advice, not police',
  },
  dispositions: {
    'administrative-case': 'Administrative case',
    'criminal-case': 'Suspected crime accepted',
    'not-accepted': 'Not filed',
    mediated: 'Mediated on the spot',
    transferred: 'Transferred',
    helped: 'Helped or settled on the spot',
    'no-police-matter': 'No police matter',
  },
  categoryGroups: {
    criminal: 'Criminal',
    'public-order': 'Public order',
    traffic: 'Traffic',
    dispute: 'Dispute',
    help: 'Urgent help',
    other: 'Other',
  },
  refusals: {
    ...importRefusalsEn,
    'incidents.incidentNotFound': 'No such incident, or it lies outside what you may see. Check the number.',
    'incidents.stepNotOpen': (facts: Facts) =>
      `The incident is “${states[facts['state'] as IncidentState]}”: “${steps[facts['step'] as Step]}” is not open. ${Array.isArray(facts['open']) && facts['open'].length > 0 ? `Open: ${listed(facts['open'], steps)}.` : 'No step follows.'}`,
    'incidents.stepNotYours': (facts: Facts) =>
      `“${steps[facts['step'] as Step]}” is done in the unit that holds it by: ${namesOfRoles(facts['needs'], 'en')}.`,
    'incidents.takenMeanwhile': 'Somebody else has just acted on this incident. Reload to see it.',
    'incidents.mergesIntoItself': 'An incident is not merged into itself: choose the other one.',
    'incidents.cannotMergeInto': (facts: Facts): string =>
      facts['intoNumber']
        ? `${String(facts['number'])} was merged into ${String(facts['intoNumber'])}: merge into that one.`
        : 'Nothing can be merged into this incident.',
    'incidents.mergeWouldLose': (facts: Facts): string =>
      facts['what'] === 'units'
        ? 'Units are on their way to this incident and none to the other. Merge the other one into this.'
        : facts['what'] === 'paper'
          ? 'A paper was issued for this incident, and its number must go on to stand. Merge the other one into this.'
          : 'Others were merged into this incident: undo that first, or keep this one as the main incident.',
    'incidents.placeNotFound': 'The book of places holds no such place, or no longer.',
    'incidents.tellingDoesNotFit': (facts: Facts): string =>
      facts['disposition']
        ? 'The incident did not end as no police matter, so there is no telling to record.'
        : 'The incident has no disposition yet: record that first.',
    'incidents.tellingNotYours': (facts: Facts) => `A telling is recorded by the unit’s ${namesOfRoles(facts['needs'], 'en')}.`,
    'incidents.notATransfer': 'The source is not a transfer, so no organ is named.',
    'incidents.intakeNotYours':
      'The book of places and the settings of intake are kept by the bureau’s command centre or its administrators.',
    'incidents.unitNotFound': 'No such unit, or it belongs to another bureau. Choose one from the list.',
    'incidents.onlyOwnUnit': 'You can only dispatch to your own unit. For another, ask the command centre.',
    'incidents.leadHasSigned':
      'The unit that leads has signed, so another cannot simply be sent instead. Take it back with a reason first, or let it hand the incident on.',
    'incidents.alreadySent': 'This unit has been sent already; choose another.',
    'incidents.unitNotSent': 'This unit was not sent, or was taken back. Reload the page.',
    'incidents.nothingToHandOver': (facts: Facts) =>
      facts['handedOverAt'] ? 'The hand-over has been recorded before.' : 'Only an incident that ended as a transfer is handed over.',
    'incidents.correctionHasCase': (facts: Facts) =>
      `Case ${String(facts['caseNumber'])} has come of it, so the outcome cannot be corrected here; deal with it in the case.`,
    'incidents.correctionHasPaper': (facts: Facts) =>
      `Paper ${String(facts['paperNumber'])} was issued about this outcome, so it cannot be corrected; use the remedies that the paper names.`,
    'incidents.correctionHandedOver': 'It has been handed over, so the outcome cannot be corrected any more.',
    'incidents.nothingToCorrect': 'This is the outcome as it stands; there is nothing to correct.',
    'incidents.unknownCategory': 'No such category. Choose one from the list.',
    'incidents.noteRequired': (facts: Facts) =>
      facts['disposition'] === 'transferred'
        ? 'Say to whom it goes.'
        : facts['disposition'] === 'not-accepted' || facts['disposition'] === 'no-police-matter'
          ? 'Give the reason; the reporter will be told.'
          : 'Say how it was settled.',
    'incidents.causeRequired': 'Choose the cause; if none fits, choose “Other”.',
    'incidents.causeTextRequired': 'For “Other”, write what it is. Law and article may be left out if you do not know them.',
    'incidents.matterRequired': 'Give the facts in brief; they stand on the receipt.',
    'incidents.caseIdRequired': 'Open the page again, then go on.',
    'incidents.reporterRequired': 'Give the reporter’s name: the receipt goes to that person.',
    'incidents.trailNotYours':
      'Who looked at this incident is for its holder, the head of the unit, the leader, supervisors and the case centre.',
    'incidents.unmaskNotYours': 'Who reported is for the command centre and the unit that answers. This attempt was recorded.',
    'incidents.paperNotFound': 'No such paper, or not for you to see. Open it again from the page of the incident.',
    'incidents.paperNotYours': (facts: Facts) =>
      `“${forms[facts['form'] as IncidentForm]}” is for the ${namesOfRoles(facts['needs'], 'en')} of the handling unit.`,
    'incidents.paperDoesNotFit': (facts: Facts) => `“${forms[facts['form'] as IncidentForm]}” does not fit how the incident ended.`,
    'incidents.paperServedBefore': (facts: Facts) => `This paper was served on ${String(facts['servedAt']).slice(0, 10)}.`,
    'incidents.notAwaitingRefusal': (facts: Facts) =>
      facts['caseNumber']
        ? `The case is filed as ${String(facts['caseNumber'])} and can no longer be refused.`
        : 'No administrative case awaits a decision here.',
    'incidents.notAwaitingFiling': (facts: Facts) =>
      facts['caseNumber'] ? `Filed already as case ${String(facts['caseNumber'])}.` : 'No administrative case waits to be filed here.',
  },
}
