import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  fingerprintOf,
  isSignedBy,
  newSigner,
  openSigner,
  ownPublicKeys,
  readPublicKey,
  signatureAlgorithms,
  writePublicKey,
} from './signer.ts'

const text = '链头 141181000000 第 12 号'

describe.each(signatureAlgorithms)('%s', (algorithm) => {
  const signer = newSigner(algorithm)

  it('verifies what it signed, and nothing else', () => {
    const signature = signer.sign(text)
    expect(isSignedBy(signer, text, signature)).toBe(true)
    expect(isSignedBy(signer, `${text}。`, signature)).toBe(false)
    expect(isSignedBy(newSigner(algorithm), text, signature)).toBe(false)
    expect(isSignedBy(signer, text, Buffer.from([...signature].toReversed()))).toBe(false)
    expect(isSignedBy(signer, text, Buffer.alloc(0))).toBe(false)
    expect(isSignedBy({ algorithm, spki: Buffer.from('no key') }, text, signature)).toBe(false)
  })

  it('keeps one key for all processes, in a file for its owner alone, and hands out the public half', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'signer-'))
    const [one, two] = await Promise.all([openSigner(folder, algorithm), openSigner(folder, algorithm)])
    expect(two.spki).toEqual(one.spki)
    expect(isSignedBy(two, text, one.sign(text))).toBe(true)
    expect((await stat(path.join(folder, `sign-${algorithm}.key`))).mode & 0o777).toBe(0o600)
    expect(await ownPublicKeys(folder)).toEqual([{ algorithm, spki: one.spki }])
    const handedOut = await readFile(path.join(folder, `sign-${algorithm}.pub`), 'utf8')
    expect(readPublicKey(handedOut)).toEqual({ algorithm, spki: one.spki })
    expect(handedOut).toBe(writePublicKey(one))
  })

  it('has a fingerprint that people can compare', () => {
    expect(fingerprintOf(signer.spki)).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
    expect(fingerprintOf(newSigner(algorithm).spki)).not.toBe(fingerprintOf(signer.spki))
  })
})

it('verifies by RFC 8032, test 2', () => {
  const spki = Buffer.from('302a300506032b6570032100' + '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', 'hex')
  const signature = Buffer.from(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    'hex',
  )
  expect(isSignedBy({ algorithm: 'ed25519', spki }, 'r', signature)).toBe(true)
  expect(isSignedBy({ algorithm: 'ed25519', spki }, 's', signature)).toBe(false)
})

it('verifies the example of GM/T 0003.5 on the curve in use, with the usual identity', () => {
  const point =
    '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' + 'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'
  const spki = Buffer.from(`3059301306072a8648ce3d020106082a811ccf5501822d03420004${point}`, 'hex')
  const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3'
  const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'
  const signature = Buffer.from(`3046022100${r}022100${s}`, 'hex')
  expect(isSignedBy({ algorithm: 'sm2-sm3', spki }, 'message digest', signature)).toBe(true)
  expect(isSignedBy({ algorithm: 'sm2-sm3', spki }, 'message digesT', signature)).toBe(false)
})
