import { expect } from 'vitest'
import { aReport, heldIn } from '#modules/public-query/testing/online-report.ts'
import { sentCode } from '#modules/public-query/testing/reported-case.ts'
import type { County } from './county.ts'

type Canary = Readonly<Record<'name' | 'phone' | 'place' | 'narrative' | 'idNumber', string>>

/** Sends a form as a browser does and gives the page that answers. */
type Send = (url: string, fields: Readonly<Record<string, string>>) => Promise<string>

/** A report on the web, with the canary in everything that is typed; refused, shown again, confirmed and asked for its number. */
export async function reportOnline({ world }: Pick<County, 'world'>, canary: Canary, form: Send): Promise<void> {
  const typed = aReport({
    phone: canary.phone,
    name: canary.name,
    where: canary.place,
    what: canary.narrative,
    bureau: world.bureau,
  })
  await form('/report', { ...typed, consent: '' })
  await form('/report', { ...typed, kind: canary.name, phone: canary.idNumber })
  await form('/report/again', { ...typed, switch: 'zh-hant', step: 'ask' })
  const held = heldIn(await form('/report', typed))
  await world.work()
  await form('/report/confirm', { ...held, code: canary.idNumber })
  world.advance({ minutes: 1 })
  await form('/report/resend', held)
  await world.work()
  await form('/report/confirm', { ...held, code: await sentCode(world, canary.phone) })
  await world.work()
  expect(await form('/report/number', held)).toMatch(/J\d{6} \d{6} /)
  await form('/report/number', { ticket: canary.name, phone: canary.phone })
}
