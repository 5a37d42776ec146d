import { expect, it } from 'vitest'
import { passkeyPlace } from './passkey-place.ts'

it.each([
  ['https://daylight.gongan.intra', { domain: 'daylight.gongan.intra', origin: 'https://daylight.gongan.intra' }],
  ['https://Daylight.Gongan.intra:8443', { domain: 'daylight.gongan.intra', origin: 'https://daylight.gongan.intra:8443' }],
  ['http://daylight.gongan.intra', null],
  ['https://10.0.0.5', null],
  ['https://[fd00::5]:8443', null],
  ['https://daylight', null],
  ['http://127.0.0.1:3000', null],
])('at %s passkeys have the place %j', (staffUrl, place) => expect(passkeyPlace(staffUrl)).toEqual(place))
