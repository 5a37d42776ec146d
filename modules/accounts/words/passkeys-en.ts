import type { passkeysZh } from './passkeys-zh.ts'

export const passkeysEn: typeof passkeysZh = {
  title: 'Passkeys',
  why: 'Log in with the finger, face or PIN of a phone or security key, without password and code; the private key never leaves the device. If you lose it, remove it here.',
  none: 'There is none.',
  name: 'Name of the device',
  nameHint: 'Such as: duty phone',
  add: 'Add a passkey',
  remove: 'Remove',
  removeNamed: (name) => `Remove the passkey ${name}`,
  made: (at) => `Added ${at}`,
  used: (at) => `last used ${at}`,
  neverUsed: 'not used yet',
  cancelled: 'Not done: the device did not answer, or it was cancelled.',
  signIn: 'Log in with a passkey',
}
