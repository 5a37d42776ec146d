import { expose, type Module } from '#platform/server/module.ts'
import {
  countByStateEndpoint,
  countUnreadEndpoint,
  listMessagesEndpoint,
  listStuckDeliveriesEndpoint,
  listOutgoingEndpoint,
  markReadEndpoint,
  resumeMessagesEndpoint,
  retryDeliveryEndpoint,
  stopMessagesEndpoint,
  tryAgainEndpoint,
} from '../contract.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { listStuckDeliveries } from './deliveries/list-stuck-deliveries.ts'
import { retryDelivery } from './deliveries/retry-delivery.ts'
import { phoneRoutes } from './demo/phone-routes.ts'
import { openSettings } from './message-settings.ts'
import { reportRoutes } from './report-routes.ts'
import { countUnread } from './inbox/count-unread.ts'
import { listMessages } from './inbox/list-messages.ts'
import { markRead } from './inbox/mark-read.ts'
import { countByState } from './outgoing/count-by-state.ts'
import { listOutgoing } from './outgoing/list-outgoing.ts'
import { createReportAsker, createSender } from './outgoing/sender.ts'
import { tryAgain } from './outgoing/try-again.ts'
import { resumeMessages } from './stops/resume-messages.ts'
import { stopMessages } from './stops/stop-messages.ts'

const setUp = openSettings()

export const notificationsModule: Module = {
  name: 'notifications',
  migrations: `${import.meta.dirname}/migrations`,
  routes: [
    expose(listMessagesEndpoint, listMessages),
    expose(countUnreadEndpoint, countUnread),
    expose(markReadEndpoint, markRead),
    expose(listOutgoingEndpoint, listOutgoing),
    expose(countByStateEndpoint, countByState),
    expose(tryAgainEndpoint, tryAgain),
    expose(listStuckDeliveriesEndpoint, listStuckDeliveries),
    expose(retryDeliveryEndpoint, retryDelivery),
    expose(stopMessagesEndpoint, stopMessages),
    expose(resumeMessagesEndpoint, resumeMessages),
  ],
  async plainRoutes(server, getPlatform) {
    await phoneRoutes(server, getPlatform)
    reportRoutes((platform) => setUp(platform).settings)(server, getPlatform)
  },
  loops: [createSender(setUp), createReportAsker(setUp)],
  words: { zh, en },
}
