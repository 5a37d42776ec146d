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

function useEntry({ id: caseId, can }: CaseDetail): (item: LineItem) => Omit<TimeLineEntry, 'id' | 'at'> {
  const words = useWords(caseWords)
  const language = useLanguage()
  const format = useFormat()
  const say = useBilingual()
  const { page } = words
  return (item) => {
    switch (item.kind) {
      case 'move': {
        const { act, byName, byUnitName, reason, isLateEntry, recordedAt, lateReason } = item.move
        const ground = item.move.ground && say(refusalGroundLaw[item.move.ground].text)
        const late = isLateEntry && page.lateEntry(format.shortTime(recordedAt), lateReason ?? '')
        return {
          kind: 'stage',
          sentence: words.acts[act],
          detail: [`${byName} · ${byUnitName}`, ground, reason, late].filter(Boolean).join(' · '),
        }
      }
      case 'change': {
        const { change } = item
        const { kind, byName, byUnitName, reason, isLateEntry, recordedAt, lateReason } = change
        const late = isLateEntry && page.lateEntry(format.shortTime(recordedAt), lateReason ?? '')
        const what = changeText(change, { words, language, dayOf: format.shortTime })
        return {
          kind: 'look',
          sentence: words.changes[kind],
          detail: [what, reason, `${byName} · ${byUnitName}`, late].filter(Boolean).join(' · '),
        }
      }
      case 'clock': {
        const name = words.clockNames[item.clock.rule] ?? item.clock.rule
        return { kind: 'clock', sentence: item.clock.level === 'overdue' ? page.clockMetLate(name) : page.clockMet(name) }
      }
      case 'paper':
        return {
          kind: 'look',
          sentence: page.issued(words.forms[item.paper.form]),
          detail: item.paper.paperNumber,
          paper: can.readPapers && (
            <a href={paperAddress(caseId, item.paper.id)} target="_blank" rel="noreferrer">
              PDF<span className="unseen"> {item.paper.paperNumber}</span>
            </a>
          ),
        }
    }
  }
}
