import { useBilingual, useLanguage, useWords } from '#platform/web/language.ts'
import { TimeLine } from '#platform/web/time-line.tsx'
import type { TimeLineEntry } from '#platform/web/time-line.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import type { CaseDetail } from '../contract.ts'
import { refusalGroundLaw } from '../domain/refusal-ground.ts'
import { paperAddress } from '../parts.tsx'
import { caseLine } from './case-line.ts'
import type { LineItem } from './case-line.ts'
import { changeText } from './change-text.ts'
import { caseWords } from './screen-words.ts'

/** What was done in the case, newest first. */
export function CaseHistory({ record }: { record: CaseDetail }) {
  const say = useEntry(record)
  return <TimeLine entries={caseLine(record).map((item, index) => ({ id: `${index}`, at: item.at, ...say(item) }))} />
}

function useEntry({ id: caseId, can, kind, parties }: CaseDetail): (item: LineItem) => Entry {
  const words = useWords(caseWords)
  const language = useLanguage()
  const format = useFormat()
  const say = useBilingual()
  const { page, people } = words
  const lateEntry = (entry: { isLateEntry: boolean; recordedAt: string; lateReason: string | null }) =>
    entry.isLateEntry && page.lateEntry(format.shortTime(entry.recordedAt), entry.lateReason ?? '')
  const roleOf = ({ partyId }: Paper) => parties.find(({ id }) => id === partyId)?.role ?? 'complainant'
  return (item) => {
    switch (item.kind) {
      case 'move': {
        const { act, byName, byUnitName, reason, ground: chosen } = item.move
        const ground = chosen && say(refusalGroundLaw[chosen].text)
        const detail = [`${byName} · ${byUnitName}`, ground, reason, lateEntry(item.move)].filter(Boolean).join(' · ')
        return { kind: 'stage', sentence: words.acts[act], detail }
      }
      case 'change': {
        const { change } = item
        const what = changeText(change, { words, language, dayOf: format.shortTime })
        return {
          kind: 'look',
          sentence: words.changes[change.kind],
          detail: [what, change.reason, `${change.byName} · ${change.byUnitName}`, lateEntry(change)].filter(Boolean).join(' · '),
        }
      }
      case 'party': {
        const { change } = item
        const checked = change.identityCheck && people.checkedBy(people.identityChecks[change.identityCheck])
        return {
          kind: 'look',
          sentence: people.changeOf(change.kind, people.roleIn(change.role, kind)),
          detail: [`${change.byName} · ${change.byUnitName}`, change.reason, checked, lateEntry(change)].filter(Boolean).join(' · '),
        }
      }
      case 'service':
        return serviceEntry(item.paper, words, people.roleIn(roleOf(item.paper), kind), lateEntry)
      case 'measure':
      case 'measure-end':
        return measureEntry(item, words, format.shortTime)
      case 'clock': {
        const name = words.clockNames[item.clock.rule] ?? item.clock.rule
        return { kind: 'clock', sentence: item.clock.level === 'overdue' ? page.clockMetLate(name) : page.clockMet(name) }
      }
      case 'paper':
        return paperEntry(item.paper, words, can.readPapers && !item.paper.isWithheld ? paperAddress(caseId, item.paper.id) : null)
    }
  }
}

type Paper = CaseDetail['papers'][number]
type Entry = Omit<TimeLineEntry, 'id' | 'at'>
type CaseWords = ReturnType<typeof useWords<typeof caseWords.zh>>

function measureEntry(
  item: Extract<LineItem, { kind: 'measure' | 'measure-end' }>,
  words: CaseWords,
  shortTime: (at: string) => string,
): Entry {
  const { measure } = item
  const { measureForm } = words
  const name = words.measures[measure.kind]
  return item.kind === 'measure'
    ? {
        kind: 'stage',
        sentence: measureForm.taken(name, measure.personName),
        detail: [measureForm.decided(measure.decidedBy, shortTime(measure.decidedAt)), measure.byName].join(' · '),
      }
    : { kind: 'look', sentence: measureForm.ended(name, measure.personName), detail: measure.endReason ?? '' }
}

type Late = (entry: NonNullable<Paper['served']>) => string | false

function serviceEntry({ served, form }: Paper, { forms, people }: CaseWords, role: string, late: Late): Entry {
  const detail = served ? [people.serviceWays[served.way], served.byName, late(served)] : []
  return { kind: 'look', sentence: people.service.of(forms[form], role), detail: detail.filter(Boolean).join(' · ') }
}

function paperEntry(paper: Extract<LineItem, { kind: 'paper' }>['paper'], words: CaseWords, address: string | null): Entry {
  const { page, people } = words
  const detail = [paper.paperNumber, paper.reissueNumber > 0 && people.reissued(paper.reissueNumber), paper.isVoid && people.isVoid]
  return {
    kind: 'look',
    sentence: page.issued(words.forms[paper.form]),
    detail: detail.filter(Boolean).join(' · '),
    paper: address !== null && (
      <a href={address} target="_blank" rel="noreferrer">
        PDF<span className="unseen"> {paper.paperNumber}</span>
      </a>
    ),
  }
}
