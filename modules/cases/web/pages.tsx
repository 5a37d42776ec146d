import { call } from '#platform/web/call.ts'
import { iHold } from '#platform/web/me.tsx'
import type { Me } from '#platform/web/me.tsx'
import type { PageDef, SlotFill } from '#platform/web/page-def.ts'
import { caseDuties } from '../contract.ts'

const reads = (me: Me) => iHold(me, 'officer', 'unit-head', 'legal-officer', 'case-centre', 'leader', 'supervisor')

export const pages: readonly PageDef[] = [
  {
    path: '/staff/cases',
    title: { zh: '案件', en: 'Cases' },
    menu: { group: 'casework', order: 10, goKey: 'c', count: async () => (await call(caseDuties, {})).awaiting },
    visibleTo: reads,
    load: () => import('./cases-page.tsx').then((page) => page.CasesPage),
  },
  {
    path: '/staff/cases/$caseId',
    title: { zh: '案件', en: 'Case' },
    visibleTo: reads,
    load: () => import('./case-page.tsx').then((page) => page.CasePage),
  },
]

export const slotFills: readonly SlotFill[] = [
  { slot: 'home.section', order: 20, visibleTo: reads, load: () => import('./case-duties-panel.tsx').then((part) => part.CaseDutiesPanel) },
]
