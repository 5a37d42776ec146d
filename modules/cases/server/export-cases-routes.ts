import { dayOf } from '#kernel/beijing-time.ts'
import { perform } from '#platform/server/action.ts'
import { answerCsv } from '#platform/server/csv/answer-csv.ts'
import { languageOf } from '#platform/server/http.ts'
import type { PlainRoutes } from '#platform/server/module.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { exportCases as endpoint } from '../contract.ts'
import { exportCases } from './export-cases.ts'
import { caseFileName, caseHead, casePages } from './export-case-rows.ts'

/** The list as a file, made while it leaves. */
export const exportRoutes: PlainRoutes = (server, getPlatform, identify) => {
  server.post(endpoint.path, async (request, reply) => {
    const actor = await identify(request)
    if (!actor) throw houseRefusals.notSignedIn()
    const platform = getPlatform()
    const language = languageOf(request)
    const allowed = await perform(platform, exportCases, actor, request.body ?? {})
    const file = {
      name: `${caseFileName(language)}-${dayOf(allowed.at)}.csv`,
      head: caseHead(language),
      pages: casePages(platform, { actor, language, allowed }),
      rows: allowed.count,
    }
    return answerCsv(reply, file, platform.log)
  })
}
