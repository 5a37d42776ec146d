import type { AuditSink } from '#platform/server/context.ts'
import { expose, type Module } from '#platform/server/module.ts'
import * as contract from '../contract.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { auditSink } from './entry-repository.ts'
import { listAudit } from './list-audit.ts'

export const auditModule: Module & { readonly auditSink: AuditSink } = {
  name: 'audit',
  migrations: `${import.meta.dirname}/migrations`,
  routes: [expose(contract.listAudit, listAudit)],
  words: { zh, en },
  auditSink,
}
