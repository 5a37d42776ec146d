import type { Actor } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { CurrentSession } from '../contract.ts'
import { passkeyPlace } from '../domain/passkey-place.ts'
import { withheldRoles } from './identify-officer.ts'
import type { AccountTables } from './tables.ts'
import { unitOfCode } from './unit-repository.ts'

/** What the screens need to know before anything else, also of a stranger. */
export async function describeSession(platform: Platform, actor: Actor | null, language: Language): Promise<CurrentSession> {
  const open = openAs(platform.db)
  const now = await platform.clock.now(open)
  const base = {
    demo: platform.isDemo,
    signOn: Boolean(platform.signOn),
    passkeys: passkeyPlace(platform.addresses.staffUrl) !== null,
    serverNow: now.toISOString(),
  }
  if (actor?.kind !== 'officer') return { officer: null, ...base }
  const db = open.as<AccountTables>()
  const { id, name, policeNumber, unitCode, bureauCode, grants } = actor
  const [unit, bureau] = await Promise.all([unitOfCode(db, unitCode), unitOfCode(db, bureauCode)])
  const nameOf = (found: typeof unit) => (language === 'en' ? found?.nameEn : found?.nameZh) ?? ''
  return {
    officer: {
      id,
      name,
      policeNumber,
      unitCode,
      unitName: nameOf(unit),
      bureauCode,
      bureauName: nameOf(bureau),
      grants: grants.map((grant) => ({
        role: grant.role,
        unitCode: grant.unitCode,
        ...(grant.onBehalfOf !== undefined && { onBehalfOf: grant.onBehalfOf }),
      })),
      withheldRoles: [...withheldRoles(actor)],
    },
    ...base,
  }
}
