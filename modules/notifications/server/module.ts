import { expose, type Module } from '#platform/server/module.ts'
import {
  countUnreadEndpoint,
  listMessagesEndpoint,
  listStuckDeliveriesEndpoint,
  listStuckMessagesEndpoint,
  markReadEndpoint,
  retryDeliveryEndpoint,
  tryAgainEndpoint,
} from '../contract.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { ready } from './channels/channel.ts'
import { demoPhones } from './channels/demo-phones.ts'
import { listStuckDeliveries } from './deliveries/list-stuck-deliveries.ts'
import { retryDelivery } from './deliveries/retry-delivery.ts'
import { phoneRoutes } from './demo/phone-routes.ts'
import { countUnread } from './inbox/count-unread.ts'
import { listMessages } from './inbox/list-messages.ts'
import { markRead } from './inbox/mark-read.ts'
import { listStuckMessages } from './outgoing/list-stuck-messages.ts'
import { createSender } from './outgoing/sender.ts'
import { tryAgain } from './outgoing/try-again.ts'

export const notificationsModule: Module = {
  name: 'notifications',
  migrations: `${import.meta.dirname}/migrations`,
  routes: [
    expose(listMessagesEndpoint, listMessages),
    expose(countUnreadEndpoint, countUnread),
    expose(markReadEndpoint, markRead),
    expose(listStuckMessagesEndpoint, listStuckMessages),
    expose(tryAgainEndpoint, tryAgain),
    expose(listStuckDeliveriesEndpoint, listStuckDeliveries),
    expose(retryDeliveryEndpoint, retryDelivery),
  ],
  plainRoutes: phoneRoutes,
  loops: [createSender([ready(demoPhones, {})])],
  words: { zh, en },
}
