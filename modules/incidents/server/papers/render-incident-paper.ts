import path from 'node:path'
import { dayOf } from '#kernel/beijing-time.ts'
import { dayInWords, timeInWords } from '#platform/server/paper/day-in-words.ts'
import { renderPaper } from '#platform/server/paper/render-paper.ts'
import type { IncidentPaperFacts } from './paper-facts.ts'

/** `J141199 000000 202611 000417`: in groups that can be read aloud. */
const groupedNumber = (number: string): string => number.replace(/^(J\d{6})(\d{6})(\d{6})(\d{6})$/, '$1 $2 $3 $4')

/** What only one of the forms says. */
function ownFields(facts: IncidentPaperFacts) {
  switch (facts.form) {
    case 'refusal-notice':
      return {
        decidedOn: dayInWords(dayOf(facts.decidedAt)),
        reasons: facts.reasons,
        reconsiderationOrgan: facts.reconsiderationOrgan ?? '有管辖权的人民政府',
        court: facts.court ?? '有管辖权的人民法院',
      }
    case 'other-authority-notice':
      return { authority: facts.authority, reasons: facts.reasons }
    case 'transfer-notice':
      return { recipient: facts.recipient, reasons: facts.reasons }
    case 'evidence-list':
      return {
        giverName: facts.giverName ?? '（身份保密）',
        items: facts.items.map(({ name, quantity, features }) => ({ name, quantity, features })),
      }
  }
}

// why: field by field, so that nothing a caller happens to carry along reaches the paper.
const printed = (facts: IncidentPaperFacts) => ({
  ...ownFields(facts),
  incidentNumber: groupedNumber(facts.incidentNumber),
  paperNumber: facts.paperNumber,
  bureauName: facts.bureauName,
  unitName: facts.unitName,
  unitPhone: facts.unitPhone ?? '',
  reporterName: facts.reporterName,
  isIdentitySecret: facts.isIdentitySecret === true,
  reportedAt: timeInWords(facts.reportedAt),
  reportWay: facts.reportWay,
  matter: facts.matter,
  officer: `${facts.officer.name}${facts.officer.policeNumber === '' ? '' : `（警号 ${facts.officer.policeNumber}）`}`,
  issuedOn: dayInWords(dayOf(facts.issuedAt)),
  signature: 'to-sign',
  isDemo: facts.isDemo,
})

/** The paper as PDF/A-2u, all copies in one file; the same facts give the same bytes. */
export const renderIncidentPaper = (facts: IncidentPaperFacts): Promise<Uint8Array> =>
  renderPaper({ template: path.join(import.meta.dirname, `${facts.form}.typ`), facts: printed(facts), issuedAt: facts.issuedAt })
