import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { callbacks } from './channels/callbacks.ts'
import type { MessageSettings } from './message-settings.ts'
import { recordReport, type Report } from './outgoing/report-repository.ts'
import { takeReply } from './stops/take-reply.ts'
import type { NotificationTables } from './tables.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()
const Address = z.object({ token: z.string() })

async function takeReport(platform: Platform, report: Report): Promise<void> {
  const isNews = await platform.db.transaction().execute(async (tx) => {
    const open = openAs(tx)
    return recordReport(open.as<NotificationTables>(), report, await platform.clock.now(open))
  })
  platform.log.info({ sending: report.key, channel: report.channel, state: report.result.state, isNews }, 'message reported')
}

/**
 * Where the provider that is set up reports what became of messages, and what people answered. Providers do not sign these calls: the
 * address itself is the secret, and one that is not ours looks like any other that is not there. It stands in no log.
 */
export const reportRoutes =
  (settingsOf: (platform: Platform) => MessageSettings) =>
  (server: FastifyInstance, getPlatform: () => Platform): void => {
    server.post('/gateway/messages/:token', async (request, reply) => {
      const platform = getPlatform()
      const { channel, reportToken } = settingsOf(platform)
      const callback = channel && callbacks[channel]
      const { token } = Address.parse(request.params)
      if (!callback || reportToken === undefined || !timingSafeEqual(digest(token), digest(reportToken))) throw houseRefusals.notFound()
      const { reports, replies } = callback.read(request.body)
      for (const report of reports) await takeReport(platform, report)
      for (const answer of replies) await takeReply(platform, answer)
      return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(callback.answer))
    })
  }
