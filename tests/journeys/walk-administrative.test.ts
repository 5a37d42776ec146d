import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { signIn } from './stage/api.ts'
import { openStage } from './stage/browser.ts'
import type { Screen, Visitor } from './stage/browser.ts'
import { acceptedCase, dispatchedCall } from './stage/by-api.ts'
import { findCast } from './stage/cast.ts'
import type { Cast } from './stage/cast.ts'
import { keyIn, linkIn, milestonesOn, openPhone, queryByReceipt } from './stage/citizen.ts'
import type { SimulatedPhone } from './stage/citizen.ts'
import { dispose, seeDuty, signAndArrive, watchDuties } from './stage/duty.ts'
import { readPaper } from './stage/paper.ts'
import { traceOf } from './stage/personal-traces.ts'
import { stepByStep } from './stage/step-by-step.ts'

const stage = openStage()
let cast: Cast
beforeAll(async () => {
  cast = await findCast(stage.origin)
})

const screens = ['desk', 'phone'] satisfies Screen[]
const beatings = {
  desk: {
    name: '鹤白露',
    phone: '19900007361',
    place: '汾川县城关镇白鹤里 5 号',
    summary: '白鹤里门口两人因停车动手。',
    category: 'beating',
  },
  phone: {
    name: '雁秋声',
    phone: '19900007362',
    place: '汾川县城关镇秋雁坡 17 号',
    summary: '秋雁坡麦场边有人被推倒。',
    category: 'beating',
  },
} as const
const losses = {
  desk: {
    name: '鹭青沙',
    phone: '19900007363',
    place: '汾川县城关镇青鹭滩 2 号',
    summary: '青鹭滩租来的设备没有还回。',
    category: 'fraud',
  },
  phone: {
    name: '鸥远帆',
    phone: '19900007364',
    place: '汾川县城关镇远鸥桥 9 号',
    summary: '远鸥桥口的货款一直没有付。',
    category: 'fraud',
  },
} as const

describe.each(screens)('an administrative case, followed on a %s screen', (screen) => {
  stepByStep()
  const report = beatings[screen]
  let [officer, head, reporter] = [] as unknown as [Visitor, Visitor, Visitor]
  let phone: SimulatedPhone
  let link = ''
  let path = ''

  it('is proposed for filing by the officer, which makes no case yet', async () => {
    reporter = await stage.visitor({ screen })
    phone = await openPhone(await reporter.context.newPage(), report.phone)
    officer = await stage.officer(cast.officer, { screen: 'phone' })
    await watchDuties(officer.page)
    await dispatchedCall(await signIn(stage.origin, cast.dispatcher), report, cast.unitCode)
    await seeDuty(officer.page, report.place)
    await signAndArrive(officer.page, report.place)
    await dispose(officer.page, { disposition: '行政案件立案', cause: '殴打', matter: report.summary, verb: '呈请立案' })
    await officer.page.getByRole('status').filter({ hasText: '已呈请立案，等所队长办理' }).waitFor()
    expect(await officer.page.getByRole('link', { name: '打开案件' }).count()).toBe(0)
  })

  it('is filed by the head of the unit from the day’s list, with the notice as PDF', async () => {
    head = await stage.officer(cast.head, { screen })
    const duty = head.page.getByRole('listitem').filter({ hasText: report.place })
    await duty.getByRole('button', { name: '立案', exact: true }).click()
    const dialog = head.page.getByRole('dialog')
    expect(await dialog.getByLabel('案情摘要').inputValue()).toBe(report.summary)
    await dialog.getByRole('button', { name: '立案', exact: true }).click()
    await head.page
      .getByRole('status')
      .filter({ hasText: /已立案 A\d{22}/ })
      .waitFor()
    const address = await head.page.getByRole('link', { name: '打开立案告知书（PDF）' }).getAttribute('href')
    path = (await head.page.getByRole('link', { name: '打开案件' }).getAttribute('href')) ?? ''
    const { text } = await readPaper(head.context, address ?? '')
    for (const word of ['立案告知书', report.name]) expect(text).toContain(word)
    expect(text).not.toContain(report.phone)
  })

  it('sends the reporter one message, and shows that it was filed', async () => {
    link = linkIn(await phone.next())
    await queryByReceipt(reporter.page, { ...keyIn(link), phone: report.phone })
    expect(await milestonesOn(reporter.page)).toEqual(['立案'])
    expect(await reporter.page.getByRole('main').innerText()).toContain('行政案件')
    expect(await phone.next()).toMatch(/被查询.*不是我查的/)
  })

  it('is decided by the head of the unit, with one more message', async () => {
    await head.page.goto(path)
    await head.page.getByRole('button', { name: /^作出决定/ }).click()
    const dialog = head.page.getByRole('dialog')
    const decide = dialog.getByRole('button', { name: '作出决定', exact: true })
    expect(await decide.getAttribute('aria-disabled')).toBe('true')
    await dialog.getByText('调解', { exact: true }).click()
    await decide.click()
    await head.page.getByRole('status').filter({ hasText: '已作出决定' }).waitFor()
    expect(await phone.next()).toContain('有新进展')
    await queryByReceipt(reporter.page, { ...keyIn(link), phone: report.phone })
    expect(await milestonesOn(reporter.page)).toEqual(['调解', '立案'])
    await phone.staysQuiet()
  })

  it('leaves nothing of the person in any address or in what the server says', () => {
    const { logFile, home } = inject('suite')
    expect(traceOf({ ...report, ...keyIn(link) }, { addresses: stage.addresses, logFile, home })).toEqual([])
  })

  afterAll(async () => {
    for (const visitor of [officer, head, reporter]) await visitor?.context.close()
  })
})

describe.each(screens)('a suspected crime that is not filed, followed on a %s screen', (screen) => {
  stepByStep()
  const report = losses[screen]
  const reason = '经审查系民事债务往来，没有犯罪事实。'
  let [leader, reporter] = [] as unknown as [Visitor, Visitor]
  let phone: SimulatedPhone
  let link = ''

  it('cannot be refused by the leader without a reason', async () => {
    reporter = await stage.visitor({ screen })
    phone = await openPhone(await reporter.context.newPage(), report.phone)
    const incidentId = await dispatchedCall(await signIn(stage.origin, cast.dispatcher), report, cast.unitCode)
    const { caseId } = await acceptedCase(await signIn(stage.origin, cast.officer), incidentId, report.summary, 'complainant')
    link = linkIn(await phone.next())
    leader = await stage.officer(cast.leader, { screen })
    await leader.page.goto(`/staff/cases/${caseId}`)
    await leader.page.getByRole('button', { name: /^不予立案/ }).click()
    const refuse = leader.page.getByRole('dialog').getByRole('button', { name: '不予立案', exact: true })
    expect(await refuse.getAttribute('aria-disabled')).toBe('true')
  })

  it('is refused with a reason, which stands on the notice as PDF', async () => {
    const dialog = leader.page.getByRole('dialog')
    await dialog.getByLabel('法定情形').selectOption({ label: '没有犯罪事实' })
    await dialog.getByLabel('理由').fill(reason)
    await dialog.getByRole('button', { name: '不予立案', exact: true }).click()
    await leader.page.getByRole('status').filter({ hasText: '已不予立案' }).waitFor()
    const address = await leader.page.getByRole('link', { name: /不予立案通知书/ }).getAttribute('href')
    const { text } = await readPaper(leader.context, address ?? '')
    for (const word of ['不予立案通知书', '没有犯罪事实', reason]) expect(text).toContain(word)
  })

  it('sends one neutral message, and tells the reporter what to do about it', async () => {
    expect(await phone.next()).not.toMatch(/不予|立案/)
    await queryByReceipt(reporter.page, { ...keyIn(link), phone: report.phone })
    expect(await milestonesOn(reporter.page)).toEqual(['不予立案', '受案'])
    expect(await phone.next()).toContain('被查询')
    await phone.staysQuiet()
    expect(await reporter.page.getByRole('main').innerText()).toContain('12389')
  })

  it('leaves nothing of the person in any address or in what the server says', () => {
    const { logFile, home } = inject('suite')
    expect(traceOf({ ...report, ...keyIn(link) }, { addresses: stage.addresses, logFile, home })).toEqual([])
  })

  afterAll(async () => {
    for (const visitor of [leader, reporter]) await visitor?.context.close()
  })
})

it('threw no error in any page', () => {
  expect(stage.faults).toEqual([])
})
