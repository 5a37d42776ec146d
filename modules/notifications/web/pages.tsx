import { call } from '#platform/web/call.ts'
import { iHold } from '#platform/web/me.tsx'
import type { PageDef, SlotFill } from '#platform/web/page-def.ts'
import { listStuckDeliveriesEndpoint, listOutgoingEndpoint } from '../contract.ts'
import { stopRoles } from '../domain/stop-roles.ts'
import { messageWords } from './words.ts'

const { zh, en } = messageWords

export const pages: readonly PageDef[] = [
  {
    path: '/staff/messages',
    title: { zh: zh.inbox.title, en: en.inbox.title },
    visibleTo: () => true,
    load: () => import('./messages-page.tsx').then((page) => page.MessagesPage),
  },
  {
    path: '/staff/stuck-messages',
    title: { zh: zh.outgoing.title, en: en.outgoing.title },
    menu: {
      group: 'administration',
      order: 60,
      label: { zh: zh.outgoing.menu, en: en.outgoing.menu },
      count: async () => {
        const [messages, deliveries] = await Promise.all([
          call(listOutgoingEndpoint, { only: 'stuck' }),
          call(listStuckDeliveriesEndpoint, {}),
        ])
        return messages.count + deliveries.count
      },
    },
    visibleTo: (me) => iHold(me, 'administrator'),
    load: () => import('./stuck-messages-page.tsx').then((page) => page.StuckMessagesPage),
  },
  {
    path: '/staff/message-stops',
    title: { zh: zh.stops.title, en: en.stops.title },
    menu: { group: 'administration', order: 61, label: { zh: zh.stops.menu, en: en.stops.menu } },
    visibleTo: (me) => iHold(me, ...stopRoles),
    load: () => import('./stops-page.tsx').then((page) => page.StopsPage),
  },
]

export const slotFills: readonly SlotFill[] = [
  { slot: 'bar.item', order: 10, visibleTo: () => true, load: () => import('./unread-count.tsx').then((part) => part.UnreadCount) },
]
