import * as z from 'zod/mini'
import { defineAction } from '#platform/server/action.ts'
import { stopKinds } from '../../domain/reply.ts'
import type { NotificationTables } from '../tables.ts'
import { stopPhone } from './stop-phone.ts'

export const repliesJob = 'notifications.replies'

/** The input holds the hash of the phone alone, in hexadecimal. */
export const stopByReply = defineAction<NotificationTables>()({
  name: 'notifications.stopByReply',
  input: z.object({ phoneHash: z.string(), kind: z.enum(stopKinds) }),
  allowedTo: (actor) => actor.kind === 'job' && actor.id === repliesJob,

  async run(doing, { phoneHash, kind }) {
    return { kind: await stopPhone(doing, { phoneHash: Buffer.from(phoneHash, 'hex'), kind, toldBy: 'reply', reason: null }) }
  },
})
