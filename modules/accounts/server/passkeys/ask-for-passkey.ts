import { generateRegistrationOptions } from '@simplewebauthn/server'
import { defineAction } from '#platform/server/action.ts'
import { askForPasskey as endpoint } from '../../contract.ts'
import { mostPasskeys } from '../../domain/passkey-place.ts'
import { aboutOfficer, allowSignedIn, signedIn } from '../allow-signed-in.ts'
import { demandRecentProof } from '../recent-proof.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { newChallenge, placeHere } from './challenge.ts'
import { passkeysOf } from './passkey-repository.ts'

/** What the browser needs to make a passkey that names its officer by itself and asks for a finger, a face or a PIN. */
export const askForPasskey = defineAction<AccountTables>()({
  name: 'accounts.askForPasskey',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, vault, addresses, about }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    const { domain } = placeHere(addresses)
    demandRecentProof(actor, now)
    const known = await passkeysOf(tx, officer)
    if (known.length >= mostPasskeys) throw refusals.tooManyPasskeys(mostPasskeys)
    const options = await generateRegistrationOptions({
      rpID: domain,
      rpName: '阳光执法',
      userName: officer.policeNumber,
      userDisplayName: officer.policeNumber,
      userID: new Uint8Array(Buffer.from(officer.id)),
      challenge: new Uint8Array(await newChallenge({ db: tx, vault, now })),
      attestationType: 'none',
      excludeCredentials: known.map((row) => ({ id: row.credential_id.toString('base64url') })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    return { ...options }
  },
})
