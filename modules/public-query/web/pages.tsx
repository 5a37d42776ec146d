import { iHold } from '#platform/web/me.tsx'
import type { PageDef } from '#platform/web/page-def.ts'

export const pages: readonly PageDef[] = [
  {
    path: '/staff/disagreements',
    title: { zh: '群众异议', en: 'Disagreements of citizens' },
    menu: {
      group: 'openness',
      order: 10,
      label: { zh: '群众异议', en: 'Disagreements' },
      count: () => import('./count-open.ts').then((count) => count.countOpen()),
    },
    visibleTo: (me) => iHold(me, 'case-centre', 'unit-head', 'leader', 'supervisor'),
    load: () => import('./disagreements-page.tsx').then((page) => page.DisagreementsPage),
  },
  {
    path: '/staff/query-setting',
    title: { zh: '公众查询设置', en: 'Setting of the public query' },
    menu: { group: 'administration', order: 70, label: { zh: '公众查询', en: 'Public query' } },
    visibleTo: (me) => iHold(me, 'administrator'),
    load: () => import('./setting-page.tsx').then((page) => page.SettingPage),
  },
]
