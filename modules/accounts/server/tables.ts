import type { Generated, JSONColumnType } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { UnitKind } from '../contract.ts'
import type { GivenGrant } from '../domain/grant-reach.ts'
import type { Proof } from '../domain/second-factor.ts'

export interface AccountTables {
  'accounts.unit': {
    code: UnitCode
    parent_code: UnitCode | null
    bureau_code: BureauCode
    kind: UnitKind
    name_zh: string
    name_en: string
    short_name: string
    phone: string | null
    address: string | null
    reconsideration_organ: string | null
    court: string | null
  }
  'accounts.officer': {
    id: string
    bureau_code: BureauCode
    police_number: string
    name: string
    unit_code: UnitCode
    position: string
    office_phone: string | null
    password_verifier: string
    password_changed_at: Date | null
    is_active: Generated<boolean>
    invitation_id: string | null
    left_at: Date | null
  }
  'accounts.role_grant': { officer_id: string; role: Role; unit_code: UnitCode }
  'accounts.session': {
    bureau_code: BureauCode
    id: string
    token_hash: Buffer
    officer_id: string
    agent: string
    created_at: Date
    last_seen_at: Date
    expires_at: Date
    revoked_at: Date | null
    proof: Proof
    proved_at: Date
  }
  'accounts.invitation': {
    bureau_code: BureauCode
    id: string
    purpose: 'join' | 'renew'
    code_hash: Buffer
    police_number: string
    person_sealed: Buffer | null
    unit_code: UnitCode
    grants: JSONColumnType<readonly GivenGrant[]>
    invited_by: string | null
    made_at: Date
    expires_at: Date
    used_at: Date | null
    withdrawn_at: Date | null
    officer_id: string | null
  }
  'accounts.delegation': {
    bureau_code: BureauCode
    id: string
    from_officer: string
    to_officer: string
    role: Role
    unit_code: UnitCode
    from_at: Date
    until_at: Date
    reason: string
    made_at: Date
    ended_at: Date | null
    ended_by: string | null
  }
  'accounts.grant_log': {
    bureau_code: BureauCode
    id: string
    officer_id: string
    change: 'given' | 'taken'
    role: Role
    unit_code: UnitCode
    by_id: string | null
    at: Date
  }
  'accounts.second_factor': {
    bureau_code: BureauCode
    officer_id: string
    secret_sealed: Buffer | null
    pending_sealed: Buffer | null
    confirmed_at: Date | null
    last_step: Generated<number>
  }
  'accounts.passkey': {
    bureau_code: BureauCode
    id: string
    officer_id: string
    credential_id: Buffer
    public_key: Buffer
    uses: number
    name: string
    made_at: Date
    last_used_at: Date | null
  }
  'accounts.passkey_challenge': { challenge_hash: Buffer; expires_at: Date }
  'accounts.recovery_code': {
    bureau_code: BureauCode
    officer_id: string
    code_hash: Buffer
    made_at: Date
    used_at: Date | null
  }
  'accounts.saved_view': {
    bureau_code: BureauCode
    id: string
    officer_id: string
    /** The page of the list, e.g. `/staff/incidents`. */
    list: string
    name: string
    /** Its filters as they stand in the address. */
    search: string
    saved_at: Date
  }
  'accounts.login_throttle': { key_hash: Buffer; failures: number; blocked_until: Date; last_failed_at: Date }
}
