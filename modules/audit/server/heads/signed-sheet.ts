import { hash } from 'node:crypto'
import { isSignedBy, type PublicKey, type Signer, signatureAlgorithms } from '#platform/server/signer.ts'
import { type HeadSheet, readSheet, writeSheet } from '../../domain/head-sheet.ts'

/** A sheet with what proves it. */
export interface SignedSheet {
  readonly text: string
  readonly key: PublicKey
  readonly signature: Buffer
}

export const signSheet = (signer: Signer, sheet: HeadSheet): SignedSheet => {
  const text = writeSheet(sheet)
  return { text, key: { algorithm: signer.algorithm, spki: signer.spki }, signature: signer.sign(text) }
}

export const isProved = ({ key, text, signature }: SignedSheet): boolean => isSignedBy(key, text, signature)

/** How the next sheet names this one. */
export const hashOfSheet = (text: string): string => hash('sha256', text, 'hex')

/** The file that leaves the machine: the signed text, and below its `end` algorithm, public key and signature in base64. */
export const sheetFile = ({ text, key, signature }: SignedSheet): string =>
  `${text}algorithm ${key.algorithm}\nkey ${key.spki.toString('base64')}\nsignature ${signature.toString('base64')}\n`

const file = /^(.*\nend\n)algorithm (\S+)\nkey (\S+)\nsignature (\S+)\n$/s

/** Null if this is no such file, or was cut short. Whether the signature holds is another question. */
export function readSheetFile(content: string): (SignedSheet & { readonly sheet: HeadSheet }) | null {
  const [, text = '', name, key = '', signature = ''] = file.exec(content) ?? []
  const algorithm = signatureAlgorithms.find((one) => one === name)
  const sheet = readSheet(text)
  if (!sheet || !algorithm) return null
  return { sheet, text, key: { algorithm, spki: Buffer.from(key, 'base64') }, signature: Buffer.from(signature, 'base64') }
}

export const sheetFileName = ({ bureauCode, number }: Pick<HeadSheet, 'bureauCode' | 'number'>): string =>
  `daylight-heads-${bureauCode}-${String(number).padStart(8, '0')}.txt`
