import { iHold } from '#platform/web/me.tsx'
import type { PageDef } from '#platform/web/page-def.ts'

export const pages: readonly PageDef[] = [
  {
    path: '/staff/audit',
    title: { zh: '办理痕迹', en: 'Audit trail' },
    menu: { group: 'supervision', order: 90 },
    visibleTo: (me) => iHold(me, 'supervisor', 'administrator', 'unit-head', 'leader'),
    load: () => import('./audit-page.tsx').then((page) => page.AuditPage),
  },
  {
    path: '/staff/audit/heads',
    title: { zh: '签名链头', en: 'Signed heads' },
    menu: { group: 'supervision', order: 95 },
    visibleTo: (me) => iHold(me, 'supervisor', 'administrator', 'leader'),
    load: () => import('./heads-page.tsx').then((page) => page.HeadsPage),
  },
  {
    path: '/staff/keys',
    title: { zh: '密钥', en: 'Keys' },
    menu: { group: 'administration', order: 80 },
    visibleTo: (me) => iHold(me, 'administrator'),
    load: () => import('./keys-page.tsx').then((page) => page.KeysPage),
  },
]
