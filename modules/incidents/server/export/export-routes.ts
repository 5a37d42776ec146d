import { exportRoute } from '#platform/server/csv/export-route.ts'
import { exportIncidents as endpoint } from '../../contract.ts'
import { exportIncidents } from './export-incidents.ts'
import { incidentFileName, incidentHead, incidentPages } from './export-rows.ts'

/** The list of incidents as a file. */
export const exportRoutes = exportRoute({
  endpoint,
  allow: exportIncidents,
  fileName: incidentFileName,
  head: incidentHead,
  pages: incidentPages,
})
