import { v7 as uuid } from 'uuid'
import type { Selectable } from 'kysely'
import type { World } from '#platform/testing/world.ts'
import { sendToPhone } from '../index.ts'
import type { MessageTable, NotificationTables } from '../server/tables.ts'
import { codeText, progressText } from './texts.ts'
import { within } from './within.ts'

export const phone = '19900000417'

interface Asked {
  readonly expiresAt?: Date
  readonly topic?: string
  readonly phone?: string
}

/** Queues messages of one bureau as another module would, and reads what became of them. */
export function sendingWorld(getWorld: () => World) {
  const tables = () => getWorld().open.as<NotificationTables>()
  const job = () => ({ kind: 'job' as const, id: 'tests.send', bureauCode: getWorld().bureau })
  const about = ({ expiresAt, topic, phone: to }: Asked) => ({
    reference: uuid(),
    phone: to ?? phone,
    subject: 'case:1',
    bureauCode: getWorld().bureau,
    unitCode: getWorld().station,
    expiresAt,
    topic,
  })
  const id = async (sent: Promise<{ messageId: string }>) => (await sent).messageId
  return {
    tables,
    code: (asked: Asked = {}): Promise<string> =>
      id(
        within(getWorld(), job(), (doing) =>
          sendToPhone(doing, { ...about(asked), template: codeText, parameters: { unit: '汾川县公安局' }, secrets: { code: '204117' } }),
        ),
      ),
    notice: (asked: Asked = {}): Promise<string> =>
      id(
        within(getWorld(), job(), (doing) => sendToPhone(doing, { ...about(asked), template: progressText, parameters: { number: 'A1' } })),
      ),
    row: (messageId: string): Promise<Selectable<MessageTable>> =>
      tables().selectFrom('notifications.message').selectAll().where('id', '=', messageId).executeTakeFirstOrThrow(),
    leaveDemo: () => void Object.assign(getWorld().platform, { isDemo: false }),
  }
}
