import { randomBytes } from 'node:crypto'
import { bureauCode, type BureauCode } from '#kernel/unit-code.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { SessionKey } from './session-repository.ts'

export const cookieName = 'daylight_session'
const pattern = /^(\d{12})\.([\w-]{43})$/

/** What the browser keeps. The bureau stands in it so that the session is found by the key that the table is split by. */
export const newCookie = (bureau: BureauCode): string => `${bureau}.${randomBytes(32).toString('base64url')}`

/** What the table holds of a cookie; null if it is none of ours. */
export function sessionKey(cookie: string | undefined, vault: Vault): SessionKey | null {
  const [, bureau, token] = pattern.exec(cookie ?? '') ?? []
  return bureau && token ? { bureauCode: bureauCode(bureau), tokenHash: vault.hash('session', token) } : null
}

export const cookieOptions = ({ staffUrl }: { readonly staffUrl: string }) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: staffUrl.startsWith('https:') }) as const
