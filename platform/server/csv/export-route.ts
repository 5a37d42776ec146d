import type * as z from 'zod/mini'
import type { Actor } from '#kernel/actor.ts'
import { dayOf } from '#kernel/beijing-time.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { Endpoint } from '#platform/shared/endpoint.ts'
import { type Action, perform } from '../action.ts'
import { languageOf } from '../http.ts'
import { type PlainRoutes, signedIn } from '../module.ts'
import type { Platform } from '../platform.ts'
import { answerCsv, type CsvPages } from './answer-csv.ts'

/** What may leave now: so many rows, as they were at this time. */
interface Allowed {
  readonly count: number
  readonly at: Date
}

interface Exported<Tables, Input extends z.ZodMiniType, Kept extends Allowed> {
  readonly endpoint: Endpoint
  /** Allows the file and writes it down before its first row leaves. */
  readonly allow: Action<Tables, Input, Kept>
  fileName(language: Language): string
  head(language: Language): readonly string[]
  pages(platform: Platform, asked: { readonly actor: Actor; readonly language: Language; readonly allowed: Kept }): CsvPages
}

/** A list as a file, made while it leaves. */
export const exportRoute =
  <Tables, Input extends z.ZodMiniType, Kept extends Allowed>(of: Exported<Tables, Input, Kept>): PlainRoutes =>
  (server, getPlatform, identify) => {
    server.post(of.endpoint.path, async (request, reply) => {
      const actor = await signedIn(identify, request)
      const platform = getPlatform()
      const language = languageOf(request)
      const allowed = await perform(platform, of.allow, actor, request.body ?? {})
      const file = {
        name: `${of.fileName(language)}-${dayOf(allowed.at)}.csv`,
        head: of.head(language),
        pages: of.pages(platform, { actor, language, allowed }),
        rows: allowed.count,
      }
      return answerCsv(reply, file, platform.log)
    })
  }
