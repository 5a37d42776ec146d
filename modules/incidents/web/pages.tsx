import { call } from '#platform/web/call.ts'
import { iHold } from '#platform/web/me.tsx'
import type { Me } from '#platform/web/me.tsx'
import type { PageDef, SlotFill } from '#platform/web/page-def.ts'
import { unitDuties } from '../contract.ts'
import { mayImport } from './import/may-import.ts'

const hasDuties = (me: Me) => iHold(me, 'dispatcher', 'officer', 'unit-head')
const goesOut = (me: Me) => iHold(me, 'officer', 'unit-head')
const reads = (me: Me) => iHold(me, 'dispatcher', 'officer', 'unit-head', 'legal-officer', 'case-centre', 'leader', 'supervisor')

export const pages: readonly PageDef[] = [
  {
    path: '/staff/incidents/new',
    title: { zh: '接警录入', en: 'Take a call' },
    menu: { group: 'intake', order: 10, openKey: 'n' },
    visibleTo: hasDuties,
    load: () => import('./intake-page.tsx').then((page) => page.IntakePage),
  },
  {
    path: '/staff/incidents',
    title: { zh: '警情', en: 'Incidents' },
    menu: { group: 'intake', order: 20, goKey: 'i' },
    visibleTo: reads,
    load: () => import('./incidents-page.tsx').then((page) => page.IncidentsPage),
  },
  {
    path: '/staff/places',
    title: { zh: '地点簿与接警设置', en: 'Places and intake settings' },
    menu: { group: 'intake', order: 90, label: { zh: '地点簿', en: 'Places' } },
    visibleTo: (me) => iHold(me, 'dispatcher', 'administrator'),
    load: () => import('./places-page.tsx').then((page) => page.PlacesPage),
  },
  {
    path: '/staff/incidents/import',
    title: { zh: '导入警情', en: 'Import incidents' },
    visibleTo: mayImport,
    load: () => import('./import/import-page.tsx').then((page) => page.ImportPage),
  },
  {
    path: '/staff/incidents/$incidentId',
    title: { zh: '警情', en: 'Incident' },
    visibleTo: reads,
    load: () => import('./incident-page.tsx').then((page) => page.IncidentPage),
  },
  {
    path: '/staff/balance',
    title: { zh: '警情平账', en: 'Daily balance' },
    menu: { group: 'supervision', order: 10 },
    visibleTo: reads,
    load: () => import('./balance-page.tsx').then((page) => page.BalancePage),
  },
  {
    path: '/staff/phone',
    frame: 'bare',
    title: { zh: '出警任务', en: 'Duties' },
    menu: {
      group: 'intake',
      order: 30,
      label: { zh: '出警', en: 'On duty' },
      count: async () => (await call(unitDuties, {})).unsigned,
    },
    visibleTo: goesOut,
    load: () => import('./phone-page.tsx').then((page) => page.PhonePage),
  },
  {
    path: '/staff/phone/$incidentId',
    frame: 'bare',
    title: { zh: '出警任务', en: 'Duty' },
    visibleTo: goesOut,
    load: () => import('./phone-incident-page.tsx').then((page) => page.PhoneIncidentPage),
  },
]

export const slotFills: readonly SlotFill[] = [
  { slot: 'watch', order: 10, visibleTo: hasDuties, load: () => import('./duty-watch.tsx').then((part) => part.DutyWatch) },
  { slot: 'home.section', order: 10, visibleTo: hasDuties, load: () => import('./duties-panel.tsx').then((part) => part.DutiesPanel) },
]
