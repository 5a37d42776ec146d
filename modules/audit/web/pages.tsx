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
    path: '/staff/audit/readers',
    title: { zh: '谁看过这件', en: 'Who looked' },
    menu: { group: 'supervision', order: 92 },
    visibleTo: (me) => iHold(me, 'supervisor', 'unit-head', 'leader'),
    load: () => import('./readers-page.tsx').then((page) => page.ReadersPage),
  },
  {
    path: '/staff/audit/looked',
    title: { zh: '此人看过什么', en: 'What one looked at' },
    menu: { group: 'supervision', order: 93 },
    visibleTo: (me) => iHold(me, 'supervisor', 'unit-head', 'leader'),
    load: () => import('./looked-page.tsx').then((page) => page.LookedPage),
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
