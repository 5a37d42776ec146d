import { iHold } from '#platform/web/me.tsx'
import type { PageDef, SlotFill } from '#platform/web/page-def.ts'

export const pages: readonly PageDef[] = [
  {
    path: '/staff/login',
    title: { zh: '登录', en: 'Log in' },
    frame: 'bare',
    withoutSession: true,
    visibleTo: () => true,
    load: () => import('./login-page.tsx').then((page) => page.LoginPage),
  },
  {
    path: '/staff/join',
    title: { zh: '开通账号', en: 'Open your account' },
    frame: 'bare',
    withoutSession: true,
    visibleTo: () => true,
    load: () => import('./join-page.tsx').then((page) => page.JoinPage),
  },
  {
    path: '/staff/account',
    title: { zh: '我的账号', en: 'My account' },
    visibleTo: () => true,
    load: () => import('./account-page.tsx').then((page) => page.AccountPage),
  },
  {
    path: '/staff/units',
    title: { zh: '单位', en: 'Units' },
    menu: { group: 'administration', order: 10 },
    visibleTo: (me) => iHold(me, 'administrator'),
    load: () => import('./units-page.tsx').then((page) => page.UnitsPage),
  },
  {
    path: '/staff/officers',
    title: { zh: '民警', en: 'Officers' },
    menu: { group: 'administration', order: 20 },
    visibleTo: (me) => iHold(me, 'administrator'),
    load: () => import('./officers-page.tsx').then((page) => page.OfficersPage),
  },
  {
    path: '/staff/invitations',
    title: { zh: '邀请', en: 'Invitations' },
    menu: { group: 'administration', order: 25 },
    visibleTo: (me) => iHold(me, 'administrator'),
    load: () => import('./invitations-page.tsx').then((page) => page.InvitationsPage),
  },
]

export const slotFills: readonly SlotFill[] = [
  {
    slot: 'home.section',
    order: 0,
    visibleTo: (me) => me.withheldRoles.length > 0,
    load: () => import('./withheld-roles.tsx').then((part) => part.WithheldRoles),
  },
  { slot: 'list.views', order: 10, visibleTo: () => true, load: () => import('./saved-views.tsx').then((part) => part.SavedViews) },
]
