import path from 'node:path'
import { dayOf } from '#kernel/beijing-time.ts'
import { qrSvg } from '#platform/server/paper/qr-svg.ts'
import { renderPaper } from '#platform/server/paper/render-paper.ts'
import { dayInWords, timeInWords } from '#platform/server/paper/day-in-words.ts'
import { groupedByFour, groupedCaseNumber, groupedPhone } from './paper-text.ts'
import type { LatestDay, QueryableFacts, QueryRoute, ReceiptFacts } from './receipt-facts.ts'

const latestInWords = (latest: LatestDay | null) => latest && { day: dayInWords(latest.day), basis: latest.basis }

const queryInWords = ({ url, code, qrText, isCodeOnly = false }: QueryRoute) => ({
  isCodeOnly,
  url: url.replace(/^https?:\/\//, ''),
  code: groupedByFour(code),
  qr: qrSvg(qrText),
})

/** What receipts alone may say: how far the case had come, the how-many-eth copy it is, and that it holds no more. */
const receiptFields = ({ partyWord = '', reached, reissue, voidedAt, query }: QueryableFacts) => ({
  // why: who was harmed need not have reported anything.
  opening: partyWord.startsWith('被') ? '与你有关的上述事项' : '你报称的上述事项',
  reached: reached ? { stage: reached.stage, on: dayInWords(dayOf(reached.reachedAt)) } : null,
  reissue: reissue ? { number: reissue.number, on: dayInWords(dayOf(reissue.reissuedAt)) } : null,
  voidedOn: voidedAt ? dayInWords(dayOf(voidedAt)) : null,
  query: queryInWords(query),
})

/** What only one of the forms says. */
function ownFields(facts: ReceiptFacts) {
  switch (facts.form) {
    case 'acceptance-receipt':
      return { ...receiptFields(facts), evidence: facts.evidence, latest: latestInWords(facts.latest) }
    case 'admin-filing-notice':
      return {
        ...receiptFields(facts),
        filedOn: dayInWords(dayOf(facts.filedAt)),
        causeName: facts.causeName,
        legalBasis: facts.legalBasis,
        latest: latestInWords(facts.latest),
      }
    case 'no-filing-notice':
      return { reissue: null, voidedOn: null, decidedOn: dayInWords(dayOf(facts.decidedAt)), reasons: facts.reasons }
  }
}

// why: field by field, so that nothing a caller happens to carry along reaches the paper.
export const printedFacts = (facts: ReceiptFacts) => ({
  ...ownFields(facts),
  caseNumber: groupedCaseNumber(facts.caseNumber),
  paperNumber: facts.paperNumber,
  bureauName: facts.bureauName,
  unitName: facts.unitName,
  reporterName: facts.isIdentitySecret ? null : facts.reporterName,
  isIdentitySecret: facts.isIdentitySecret ?? false,
  partyWord: facts.partyWord ?? (facts.form === 'no-filing-notice' ? '控告人' : '报案人'),
  reportedAt: timeInWords(facts.reportedAt),
  reportWay: facts.reportWay,
  matter: facts.matter,
  officers: facts.officers.map(({ name, policeNumber, phone }) => ({ name, policeNumber, phone: groupedPhone(phone) })),
  issuedOn: dayInWords(dayOf(facts.issuedAt)),
  signature: facts.signature,
  isDemo: facts.isDemo,
})

/** The paper as PDF/A-2u, both copies in one file; the same facts give the same bytes. */
export const renderReceipt = (facts: ReceiptFacts): Promise<Uint8Array> =>
  renderPaper({ template: path.join(import.meta.dirname, `${facts.form}.typ`), facts: printedFacts(facts), issuedAt: facts.issuedAt })
