import { v7 as uuid } from 'uuid'
import * as z from 'zod/mini'
import { bureauCode as asBureau } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import { invitationEnd } from '../../domain/invitation.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { saveUnits, unitOfCode } from '../unit-repository.ts'
import { aboutBureau, bureauUnit } from '../units/administers-bureau.ts'
import { takeUnits } from '../units/take-units.ts'
import { invitationHash, newInvitationCode } from './invitation-code.ts'
import { saveInvitation } from './invitation-repository.ts'
import { joinAddress } from './join-address.ts'
import { isPoliceNumberTaken } from './staff-repository.ts'

const text = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest))

/** Makes a bureau with its units and the code of its first administrator, all of it or nothing; the command on the machine performs it. */
export const setUpBureau = defineAction<AccountTables>()({
  name: 'accounts.setUpBureau',
  input: z.object({
    code: z.string().check(z.regex(/^\d{12}$/)),
    nameZh: text(40),
    nameEn: text(80),
    shortName: text(12),
    /** The file of units; empty for a bureau that adds them on its pages. */
    csv: z.string(),
    policeNumber: z.string().check(z.regex(/^\d{6}$/)),
    name: text(30),
  }),
  allowedTo: (actor) => actor.kind === 'job',
  async run({ tx, now, vault, addresses, about }, given) {
    const bureauCode = asBureau(given.code)
    const unitCode = bureauUnit({ bureauCode })
    about(aboutBureau({ bureauCode }))
    if (await unitOfCode(tx, unitCode)) throw refusals.bureauThere()
    if (await isPoliceNumberTaken(tx, given.policeNumber)) throw refusals.policeNumberTaken()
    const { nameZh, nameEn, shortName } = given
    const bureau = { code: unitCode, parentCode: null, bureauCode, kind: 'bureau' as const, nameZh, nameEn, shortName }
    await saveUnits(tx, [{ ...bureau, phone: null, address: null }])
    const { added, faults } = given.csv === '' ? { added: 0, faults: [] } : await takeUnits(tx, bureauCode, given.csv)
    // why: thrown, so that the bureau is not made either.
    if (faults.length > 0) throw refusals.unitFileFaulty(faults)
    const code = newInvitationCode()
    const expiresAt = invitationEnd(now)
    await saveInvitation(tx, vault, {
      bureau_code: bureauCode,
      id: uuid(),
      purpose: 'join',
      code_hash: invitationHash(vault, code),
      police_number: given.policeNumber,
      person: { name: given.name, position: '管理员', officePhone: null },
      unit_code: unitCode,
      grants: [{ role: 'administrator', unitCode }],
      invited_by: null,
      made_at: now,
      expires_at: expiresAt,
      officer_id: null,
    })
    return { units: added, code, expiresAt, joinAddress: joinAddress(addresses) }
  },
})
