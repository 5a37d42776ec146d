import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import { v7 as uuid } from 'uuid'
import { defineAction } from '#platform/server/action.ts'
import { addPasskey as endpoint } from '../../contract.ts'
import { mostPasskeys } from '../../domain/passkey-place.ts'
import { aboutOfficer, allowSignedIn, signedIn } from '../allow-signed-in.ts'
import { demandRecentProof } from '../recent-proof.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { isOurs, placeHere } from './challenge.ts'
import { passkeyCards } from './my-passkeys.ts'
import { insertPasskey, passkeyOfCredential, passkeysOf } from './passkey-repository.ts'

/** Keeps the public key of a new passkey, if its answer is to a question of ours, from our own pages, and the person was verified. */
export const addPasskey = defineAction<AccountTables>()({
  name: 'accounts.addPasskey',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, vault, addresses, about }, { name, answer }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    const { domain, origin } = placeHere(addresses)
    demandRecentProof(actor, now)
    if ((await passkeysOf(tx, officer)).length >= mostPasskeys) throw refusals.tooManyPasskeys(mostPasskeys)
    const { registrationInfo } = await verifyRegistrationResponse({
      response: answer as unknown as RegistrationResponseJSON,
      expectedChallenge: isOurs({ db: tx, vault, now }),
      expectedOrigin: origin,
      expectedRPID: domain,
      requireUserVerification: true,
    }).catch(() => ({ registrationInfo: undefined }))
    if (!registrationInfo) throw refusals.passkeyNotRight()
    const { id, publicKey, counter } = registrationInfo.credential
    const credentialId = Buffer.from(id, 'base64url')
    if (await passkeyOfCredential(tx, credentialId)) throw refusals.passkeyNotRight()
    await insertPasskey(tx, {
      bureau_code: officer.bureauCode,
      id: uuid(),
      officer_id: officer.id,
      credential_id: credentialId,
      public_key: Buffer.from(publicKey),
      uses: counter,
      name,
      made_at: now,
      last_used_at: null,
    })
    return passkeyCards(tx, officer, addresses)
  },
})
