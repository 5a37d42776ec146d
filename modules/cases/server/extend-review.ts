import { holds } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { clocksOf, extendClock } from '#modules/deadlines/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { extendReview as endpoint } from '../contract.ts'
import { firstReviewDays, reviewRule, type ReviewTier, reviewTierLaw } from '../domain/review-tier.ts'
import { reviewExtended } from '../events.ts'
import { subjectOf } from './case-clocks.ts'
import { recordChange, takeUpChange, timeOfChange } from './change-case.ts'
import { changesOf } from './change-repository.ts'
import { factsOf } from './move-rows.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables } from './tables.ts'

/** 立案审查延至 7 日或 30 日, decided while the shorter time still runs; whether the law allows it is asked of `deadlines`. */
export const extendReview = defineAction<CaseTables>()({
  name: 'cases.extendReview',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'unit-head', 'leader'),

  async run(doing, input) {
    const { tier, reason, lateReason } = input
    const { days, by, level } = reviewTierLaw[tier]
    const { row, isRepeat } = await takeUpChange(doing, input.caseId, { kind: 'review', by, level })
    const [before] = await reviewClock(doing, row)
    if (!before) throw refusals.noReviewRunning(row.stage)
    if (isRepeat) return { dueAt: before.dueAt.toISOString() }
    const time = timeOfChange(doing, row, input)
    const after = await extendClock(doing, {
      bureauCode: row.bureau_code as BureauCode,
      subject: subjectOf(row.id),
      rule: reviewRule,
      by: lengthening(tier, time.occurredAt),
    })
    if (!after) throw refusals.noReviewRunning(row.stage)
    const last = (await changesOf(doing.tx, row)).findLast((change) => change.kind === 'review')?.became
    const was = { days: last && 'days' in last ? last.days : firstReviewDays, dueAt: before.dueAt.toISOString() }
    const became = { days, dueAt: after.dueAt.toISOString() }
    await recordChange(doing, row, { change: { kind: 'review', was, became }, reason, time, lateReason })
    doing.emit(reviewExtended.of(subjectOf(row.id), time.occurredAt, factsOf(row)))
    return { dueAt: became.dueAt }
  },
})

const reviewClock = async ({ open }: Doing, row: CaseRow) =>
  (await clocksOf(open, row.bureau_code, [subjectOf(row.id)])).filter((clock) => clock.rule === reviewRule && clock.state === 'running')

// law: thirty days are the total after a leader's approval, seven the limit of a case whose leads have to be verified.
const lengthening = (tier: ReviewTier, at: Date) =>
  tier === 'leads-to-verify'
    ? ({ kind: 'tier', tier, at } as const)
    : ({ kind: 'extended-to', total: { count: reviewTierLaw[tier].days, unit: 'day' }, at, approver: 'county-leader' } as const)
