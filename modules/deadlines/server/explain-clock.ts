import { holds } from '#kernel/actor.ts'
import { citationWords } from '#modules/law-library/index.ts'
import { defineQuery } from '#platform/server/query.ts'
import { explainClockEndpoint } from '../contract.ts'
import { ruleInForce } from '../domain/catalogue.ts'
import { explainDue } from '../domain/due.ts'
import { calendar } from './calendar.ts'
import { findClock, readers } from './clock-repository.ts'
import { refusals } from './refusals.ts'
import { eventsOf } from './stored-event.ts'
import type { ClockTables } from './tables.ts'

/** Why a clock ends when it ends. */
export const explainClock = defineQuery<ClockTables>()({
  name: 'deadlines.explain',
  input: explainClockEndpoint.input,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db }, { subject, rule: name }) {
    const row = await findClock(db, actor, subject, name)
    const rule = row && ruleInForce(row.rule, row.started_at)
    if (!row || !rule) throw refusals.clockNotFound()
    const steps = explainDue(rule, row.started_at, eventsOf(row.events), calendar())
    return {
      title: { ...rule.title },
      startedAt: row.started_at.toISOString(),
      dueAt: row.due_at.toISOString(),
      isProvisional: row.provisional,
      standing: row.standing,
      steps: steps.map(({ kind, text, at, basis }) => ({
        kind,
        text: { ...text },
        at: at?.toISOString() ?? null,
        basis: basis.map((citation) => ({ ...citationWords(citation) })),
      })),
    }
  },
})
