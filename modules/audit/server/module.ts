import type { AuditSink } from '#platform/server/context.ts'
import { expose, type Module } from '#platform/server/module.ts'
import * as contract from '../contract.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { auditSink } from './entry-repository.ts'
import { listHeads } from './heads/list-heads.ts'
import { headRoutes } from './heads/read-heads.ts'
import { sendHeads } from './heads/send-heads.ts'
import { signHeads } from './heads/sign-heads.ts'
import { readKeys } from './keys/read-keys.ts'
import { listLooked } from './list-looked.ts'
import { listReaders } from './list-readers.ts'
import { listAudit } from './list-audit.ts'

export const auditModule: Module & { readonly auditSink: AuditSink } = {
  name: 'audit',
  migrations: `${import.meta.dirname}/migrations`,
  routes: [
    expose(contract.listAudit, listAudit),
    expose(contract.listHeads, listHeads),
    expose(contract.readKeys, readKeys),
    expose(contract.listReaders, listReaders),
    expose(contract.listLooked, listLooked),
  ],
  plainRoutes: headRoutes,
  plainEndpoints: [
    { endpoint: contract.printHeads, isOpen: false, answers: 'application/pdf' },
    { endpoint: contract.takeHeads, isOpen: false, answers: 'text/plain' },
  ],
  loops: [signHeads, sendHeads],
  words: { zh, en },
  auditSink,
}
