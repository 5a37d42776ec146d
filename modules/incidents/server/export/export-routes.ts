import { dayOf } from '#kernel/beijing-time.ts'
import { perform } from '#platform/server/action.ts'
import { answerCsv } from '#platform/server/csv/answer-csv.ts'
import { languageOf } from '#platform/server/http.ts'
import type { PlainRoutes } from '#platform/server/module.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { exportIncidents as endpoint } from '../../contract.ts'
import { exportIncidents } from './export-incidents.ts'
import { incidentFileName, incidentHead, incidentPages } from './export-rows.ts'

/** The list as a file, made while it leaves. */
export const exportRoutes: PlainRoutes = (server, getPlatform, identify) => {
  server.post(endpoint.path, async (request, reply) => {
    const actor = await identify(request)
    if (!actor) throw houseRefusals.notSignedIn()
    const platform = getPlatform()
    const language = languageOf(request)
    const allowed = await perform(platform, exportIncidents, actor, request.body ?? {})
    const file = {
      name: `${incidentFileName(language)}-${dayOf(allowed.at)}.csv`,
      head: incidentHead(language),
      pages: incidentPages(platform, { actor, language, allowed }),
      rows: allowed.count,
    }
    return answerCsv(reply, file, platform.log)
  })
}
