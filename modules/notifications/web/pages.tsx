import { call } from '#platform/web/call.ts'
import { iHold } from '#platform/web/me.tsx'
import type { PageDef, SlotFill } from '#platform/web/page-def.ts'
import { listStuckDeliveriesEndpoint, listStuckMessagesEndpoint } from '../contract.ts'
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
    title: { zh: zh.stuck.title, en: en.stuck.title },
    menu: {
      group: 'administration',
      order: 60,
      label: { zh: zh.stuck.menu, en: en.stuck.menu },
      count: async () => {
        const [messages, deliveries] = await Promise.all([call(listStuckMessagesEndpoint, {}), call(listStuckDeliveriesEndpoint, {})])
        return messages.count + deliveries.count
      },
    },
    visibleTo: (me) => iHold(me, 'administrator'),
    load: () => import('./stuck-messages-page.tsx').then((page) => page.StuckMessagesPage),
  },
]

export const slotFills: readonly SlotFill[] = [
  { slot: 'bar.item', order: 10, visibleTo: () => true, load: () => import('./unread-count.tsx').then((part) => part.UnreadCount) },
]
