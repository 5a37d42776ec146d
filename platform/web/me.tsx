import { createContext, use } from 'react'
import type { ReactNode } from 'react'
import type { Role } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'

/** Who is signed in, as the browser knows it. Deciding what may be done stays with the server. */
export interface Me {
  readonly id: string
  readonly name: string
  readonly policeNumber: string
  readonly unitCode: UnitCode
  readonly unitName: string
  readonly bureauCode: BureauCode
  readonly bureauName: string
  readonly grants: readonly { readonly role: Role; readonly unitCode: UnitCode; readonly onBehalfOf?: string | undefined }[]
  /** Roles of mine that do not count until I have shown a second factor. */
  readonly withheldRoles: readonly Role[]
}

interface Standing {
  readonly me: Me | null
  /** Invented people and cases: every page says so. */
  readonly demo: boolean
  /** One may log in by the bureau's own identity provider, too. */
  readonly signOn: boolean
  /** One may log in by a passkey, too. */
  readonly passkeys: boolean
}

const Standing = createContext<Standing>({ me: null, demo: false, signOn: false, passkeys: false })

export const MeProvider = ({ me, demo, signOn, passkeys, children }: Standing & { children: ReactNode }) => (
  <Standing value={{ me, demo, signOn, passkeys }}>{children}</Standing>
)

export const useStanding = (): Standing => use(Standing)

/** The signed-in officer; only for pages that need a session. */
export function useMe(): Me {
  const { me } = use(Standing)
  if (!me) throw new Error('this part is shown to signed-in officers only')
  return me
}

/** True if I hold one of these roles anywhere. For menus only; the server decides for each unit. */
export const iHold = (me: Me, ...wanted: readonly Role[]): boolean => me.grants.some((grant) => wanted.includes(grant.role))
