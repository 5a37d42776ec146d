import type { FastifyRequest } from 'fastify'
import { bureauCode, isUnitCode } from '#kernel/unit-code.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { tokenHash } from './hashes.ts'
import type { PublicQueryTables } from './tables.ts'
import type { ViewKey } from './view-repository.ts'

export const viewCookie = 'daylight_view'

/** What the cookie of an opened page stands for; null where it cannot be one of ours. */
export async function viewKeyOf(request: FastifyRequest, platform: Platform): Promise<ViewKey | null> {
  const [bureau = '', token = ''] = (request.cookies[viewCookie] ?? '').split('.')
  if (!isUnitCode(bureau) || token === '') return null
  return { bureauCode: bureauCode(bureau), tokenHash: tokenHash(platform.vault, token), now: await platform.clock.now(openAs(platform.db)) }
}

export const tablesOf = (platform: Platform) => openAs(platform.db).as<PublicQueryTables>()
