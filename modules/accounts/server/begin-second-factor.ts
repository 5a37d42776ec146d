import { encode } from 'uqr'
import { defineAction } from '#platform/server/action.ts'
import { beginSecondFactor as endpoint } from '../contract.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { demandRecentProof } from './recent-proof.ts'
import { savePending } from './second-factor-repository.ts'
import type { AccountTables } from './tables.ts'
import { base32, keyUri, newSecret } from './totp.ts'

// law: the quiet zone of ISO/IEC 18004, in modules.
const quietZone = 4

/** Makes the secret of a new phone. Nothing changes until its first code is right. */
export const beginSecondFactor = defineAction<AccountTables>()({
  name: 'accounts.beginSecondFactor',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, vault, about }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    demandRecentProof(actor, now)
    const secret = newSecret()
    await savePending(tx, vault, officer, secret)
    const { data } = encode(keyUri(secret, { policeNumber: officer.policeNumber, issuer: '阳光执法' }), { ecc: 'M', border: quietZone })
    return { secret: base32(secret), qr: data.map((row) => row.map((isDark) => (isDark ? '1' : '0')).join('')) }
  },
})
