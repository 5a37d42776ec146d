import { exportRoute } from '#platform/server/csv/export-route.ts'
import { exportCases as endpoint } from '../contract.ts'
import { caseFileName, caseHead, casePages } from './export-case-rows.ts'
import { exportCases } from './export-cases.ts'

/** The list of cases as a file. */
export const exportRoutes = exportRoute({ endpoint, allow: exportCases, fileName: caseFileName, head: caseHead, pages: casePages })
