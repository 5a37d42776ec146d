import { type Actor, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { CaseRow, PartyRow } from './tables.ts'

type Placed = Pick<CaseRow, 'bureau_code' | 'unit_code' | 'holder_id' | 'second_id'>

const placeOf = (row: Placed) => [row.bureau_code as BureauCode, row.unit_code as UnitCode] as const

/** Who may see names and phones in full: those who work on the case, and who decides it. */
export const mayUnmask = (actor: Actor, row: Placed): boolean =>
  holdsFor(actor, ...placeOf(row), 'officer', 'unit-head', 'case-centre', 'leader')

/**
 * Who may learn who this party is. law: the identity of a person who asked for secrecy is kept (PROC-CRIM 173, PROC-ADMIN 63):
 * who investigates the case, the head of the unit and the leader have to know, nobody else.
 */
export const mayKnow = (actor: Actor, row: Placed, party: Pick<PartyRow, 'is_identity_secret'>): boolean =>
  mayUnmask(actor, row) &&
  (!party.is_identity_secret ||
    actor.id === row.holder_id ||
    actor.id === row.second_id ||
    holdsFor(actor, ...placeOf(row), 'unit-head', 'leader'))

// law: reports are registered and receipts handed out by the officers of the unit that takes them (domain.md §3.4; PROC-CRIM 171, PROC-ADMIN 61).
export const counterRoles = ['officer', 'unit-head'] as const

export const standsAtCounter = (actor: Actor, row: Placed): boolean => holdsFor(actor, ...placeOf(row), ...counterRoles)
