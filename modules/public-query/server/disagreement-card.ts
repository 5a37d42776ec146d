import type { About } from '#platform/server/context.ts'
import type { DisagreementCard } from '../contract.ts'
import { milestoneOf } from '../domain/milestones/index.ts'
import type { Disagreement } from './disagreement-repository.ts'

export const cardOf = (row: Disagreement): DisagreementCard => ({
  id: row.id,
  caseId: row.caseId,
  number: row.number,
  milestone: milestoneOf(row.milestone)?.title ?? { zh: row.milestone, en: row.milestone },
  role: row.role,
  unitCode: row.unitCode,
  unitName: { zh: row.unitNameZh, en: row.unitNameEn },
  saidAt: row.saidAt.toISOString(),
  hasText: row.textSealed !== null,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  answeredByName: row.answeredByName,
})

/** What the trail says: it is a matter of the case. */
export const aboutDisagreement = ({ caseId, bureauCode, unitCode, isHidden }: Disagreement): About => ({
  subject: `case:${caseId}`,
  bureauCode,
  unitCode,
  isSecret: isHidden,
})
