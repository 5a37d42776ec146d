import { unitCode } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { delegateRole as endpoint } from '../../contract.ts'
import { delegationFault, longestDelegationDays } from '../../domain/delegation.ts'
import { aboutOfficer, allowSignedIn, signedIn } from '../allow-signed-in.ts'
import { demandRecentProof } from '../recent-proof.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { insertDelegation, receiverOf } from './delegation-repository.ts'
import { delegationCards } from './my-delegations.ts'

const faults = {
  'ends-before-it-begins': () => refusals.delegationEndsTooSoon(),
  'over-already': () => refusals.delegationEndsTooSoon(),
  'too-long': () => refusals.delegationTooLong(longestDelegationDays),
}

/** Hands a role that one holds oneself, and not for somebody else, to another officer for a time. */
export const delegateRole = defineAction<AccountTables>()({
  name: 'accounts.delegateRole',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, about }, { id, toPoliceNumber, role, unitCode: code, fromAt, untilAt, reason }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    demandRecentProof(actor, now)
    const held = officer.grants.find((grant) => grant.role === role && grant.unitCode === code && grant.onBehalfOf === undefined)
    if (!held) throw refusals.roleNotYours().at('role')
    const [from, until] = [new Date(fromAt), new Date(untilAt)]
    const fault = delegationFault({ from, until }, now)
    if (fault) throw faults[fault]().at('untilAt')
    const receiver = await receiverOf(tx, officer, toPoliceNumber)
    if (!receiver || receiver.id === officer.id) throw refusals.noSuchColleague().at('toPoliceNumber')
    const isNew = await insertDelegation(tx, {
      bureau_code: officer.bureauCode,
      id,
      from_officer: officer.id,
      to_officer: receiver.id,
      role,
      unit_code: unitCode(code),
      from_at: from,
      until_at: until,
      reason,
      made_at: now,
    })
    if (!isNew) throw houseRefusals.sameIdOtherContent()
    return delegationCards(tx, officer, now)
  },
})
