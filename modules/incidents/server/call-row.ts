import type * as z from 'zod/mini'
import type { Doing } from '#platform/server/context.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { addCall as endpoint } from '../contract.ts'
import type { CallRow, IncidentRow } from './tables.ts'

type CallInput = z.output<typeof endpoint.input>

interface Noted {
  readonly seq: number
  readonly calledAt: Date
}

/** A later call as it is kept, its caller sealed. */
export function callRow(
  doing: Pick<Doing, 'actor' | 'vault' | 'inputHash' | 'now'>,
  row: IncidentRow,
  input: CallInput,
  noted: Noted,
): CallRow {
  const { vault, now, inputHash, actor } = doing
  const { callId: id, callerName, callerPhone } = input
  const seal = (column: string, text: string) => vault.seal(text, { bureauCode: row.bureau_code, table: 'incidents.call', column, id })
  return {
    bureau_code: row.bureau_code,
    id,
    incident_id: row.id,
    seq: noted.seq,
    channel: input.channel,
    said: input.said,
    caller_name_sealed: callerName ? seal('caller_name', callerName) : null,
    caller_phone_sealed: callerPhone ? seal('caller_phone', callerPhone) : null,
    caller_phone_hash: callerPhone ? vault.hash('phone', callerPhone) : null,
    called_at: noted.calledAt,
    by_id: actor.id,
    input_hash: inputHash,
    recorded_at: now,
  }
}

/** Name and phone of a later caller, in full. */
export function callerOf(vault: Vault, call: CallRow): { readonly name: string | null; readonly phone: string | null } {
  const read = (column: string, sealed: Buffer | null) =>
    sealed && vault.open(sealed, { bureauCode: call.bureau_code, table: 'incidents.call', column, id: call.id })
  return { name: read('caller_name', call.caller_name_sealed), phone: read('caller_phone', call.caller_phone_sealed) }
}
