import { accountsModule } from '#modules/accounts/server/module.ts'
import { auditModule } from '#modules/audit/server/module.ts'
import { casesModule } from '#modules/cases/server/module.ts'
import { deadlinesModule } from '#modules/deadlines/server/module.ts'
import { incidentsModule } from '#modules/incidents/server/module.ts'
import { lawLibraryModule } from '#modules/law-library/server/module.ts'
import { notificationsModule } from '#modules/notifications/server/module.ts'
import { publicQueryModule } from '#modules/public-query/server/module.ts'
import type { Module } from '#platform/server/module.ts'

/** Every module, in the order of the module map. */
export const modules: readonly Module[] = [
  accountsModule,
  lawLibraryModule,
  auditModule,
  notificationsModule,
  deadlinesModule,
  casesModule,
  incidentsModule,
  publicQueryModule,
]

export const migrationFolders: readonly string[] = modules.flatMap((module) => module.migrations ?? [])

export { auditModule }
