export { putConfirmedReport } from './server/put-confirmed-report.ts'
export { rebuildPublicQuery } from './server/rebuild.ts'
export * as publicQueryRows from './server/public-query-rows.ts'
export { disagreeWithLatest } from './server/disagree-with-latest.ts'
