import type { Actor } from '#kernel/actor.ts'
import { maskName, maskPhone } from '#modules/cases/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { IncidentDetail } from '../contract.ts'
import { callsOf } from './call-repository.ts'
import { callerOf } from './call-row.ts'
import { mergedInto, mergeLinesOf, visibleOthers } from './merge-repository.ts'
import type { CallRow, IncidentRow, IncidentTables } from './tables.ts'

type StepTaken = IncidentDetail['history'][number]

/** What lines of a history tell besides the step, by their number. */
export interface Related {
  readonly calls: ReadonlyMap<number, NonNullable<StepTaken['call']>>
  readonly others: ReadonlyMap<number, NonNullable<StepTaken['other']>>
  readonly merging: Pick<IncidentDetail, 'mergedInto' | 'mergedFrom'>
}

interface Reading {
  readonly open: OpenTransaction
  readonly actor: Actor
  readonly vault: Vault
  /** The reader may know who called. */
  readonly isKnown: boolean
}

/** Later calls, with their callers masked, and the incidents that this one was merged with, as far as the reader may know of them. */
export async function relatedOf({ open, actor, vault, isKnown }: Reading, row: IncidentRow): Promise<Related> {
  const db = open.as<IncidentTables>()
  const calls = await callsOf(db, row.bureau_code, row.id)
  const lines = await mergeLinesOf(db, row)
  const visible = await visibleOthers(
    db,
    actor,
    row.bureau_code,
    lines.map((line) => line.other_id),
  )
  const seen = new Map(visible.map((other) => [other.id, { id: other.id, number: other.number }]))
  const others = lines.flatMap(({ seq, other_id, state_before }) => {
    const other = seen.get(other_id)
    return other ? [[seq, { ...other, goesOn: state_before !== null }] as const] : []
  })
  return {
    calls: new Map(calls.map((call) => [call.seq, laterCall(vault, call, isKnown)])),
    others: new Map(others),
    merging: {
      mergedInto: (row.merged_into && seen.get(row.merged_into)) || null,
      mergedFrom: await mergedInto(db, actor, row),
    },
  }
}

function laterCall(vault: Vault, call: CallRow, isKnown: boolean): NonNullable<StepTaken['call']> {
  const { name, phone } = isKnown ? callerOf(vault, call) : { name: null, phone: null }
  const { id, channel, said } = call
  return { id, channel, said, callerName: name && maskName(name), callerPhone: phone && maskPhone(phone) }
}
