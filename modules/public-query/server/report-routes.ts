import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { bureauCode } from '#kernel/unit-code.ts'
import { listBureaus } from '#modules/accounts/index.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { readReport, reportLengths } from '../domain/online-report.ts'
import { readPhoneNumber } from '../domain/phone-number.ts'
import { lookOf, sendPage, textOf } from './citizen-pages.ts'
import { confirmReport } from './confirm-report.ts'
import { type Look, reportWordsOf } from './pages/look.ts'
import { type HeldTicket, reportCodePage } from './pages/report-code-page.ts'
import { blankForm, type FaultyReportField, type ReportBureau, type TypedForm } from './pages/report-fields.ts'
import { reportPage } from './pages/report-page.ts'
import { reportLostPage, reportPlainPage, reportReceivedPage } from './pages/report-received-page.ts'
import { reportKey } from './report-cells.ts'
import { registrationOf } from './report-repository.ts'
import type { PublicQueryTables } from './tables.ts'
import { sendAnotherCode, writeReport } from './write-report.ts'

// why: a character of Chinese is nine bytes in a form, and one outside of the plane twelve.
const reportFormLimit = 24_576
/** Twice as long as allowed, so that what is too long is told and comes back whole. */
const mostTyped = 2 * reportLengths.what[1]

const formIn = ({ body }: FastifyRequest): TypedForm =>
  Object.fromEntries(Object.keys(blankForm).map((name) => [name, textOf(body, name, mostTyped)])) as unknown as TypedForm

const ticketIn = ({ body }: FastifyRequest): HeldTicket => ({ ticket: textOf(body, 'ticket'), phone: textOf(body, 'phone') })

const bureausOf = (platform: Platform): Promise<readonly ReportBureau[]> => listBureaus(openAs(platform.db))

/** The bureau of the place: the only one, or the one that was chosen. */
const bureauFor = ({ bureau }: TypedForm, bureaus: readonly ReportBureau[]): ReportBureau | undefined =>
  bureaus.length === 1 ? bureaus[0] : bureaus.find(({ code }) => code === bureau)

function readForm(typed: TypedForm, bureaus: readonly ReportBureau[]) {
  const [read, phone, bureau] = [readReport(typed), readPhoneNumber(typed.phone), bureauFor(typed, bureaus)]
  if ('report' in read && phone !== null && bureau && typed.consent === '1')
    return { report: read.report, phone, bureauCode: bureauCode(bureau.code) }
  const faulty: FaultyReportField[] = [
    ...('faulty' in read ? read.faulty : []),
    ...(bureau ? [] : (['bureau'] as const)),
    ...(phone === null ? (['phone'] as const) : []),
    ...(typed.consent === '1' ? [] : (['consent'] as const)),
  ]
  return { faulty: inOrder.filter((part) => faulty.includes(part)) }
}

/** As they stand on the page. */
const inOrder: readonly FaultyReportField[] = ['kind', 'what', 'when', 'bureau', 'where', 'concerned', 'name', 'phone', 'consent']

const sayBusy = (reply: FastifyReply, look: Look): FastifyReply =>
  sendPage(reply, 429, reportPlainPage(look, reportWordsOf(look).title, reportWordsOf(look).busy))

async function showForm(request: FastifyRequest, reply: FastifyReply, platform: Platform): Promise<FastifyReply> {
  const look = lookOf(request, platform)
  const bureaus = await bureausOf(platform)
  const words = reportWordsOf(look)
  if (bureaus.length === 0) return sendPage(reply, 200, reportPlainPage(look, words.title, words.closed))
  return sendPage(reply, 200, reportPage(look, { typed: blankForm, faulty: [], bureaus, isAnswer: false }))
}

async function stepOne(request: FastifyRequest, reply: FastifyReply, platform: Platform): Promise<FastifyReply> {
  const look = lookOf(request, platform)
  const [typed, bureaus] = [formIn(request), await bureausOf(platform)]
  const read = readForm(typed, bureaus)
  if ('faulty' in read) return sendPage(reply, 400, reportPage(look, { typed, faulty: read.faulty, bureaus, isAnswer: true }))
  const ticket = await writeReport(platform, { ...read, address: request.ip, language: look.language })
  return ticket === null ? sayBusy(reply, look) : sendPage(reply, 200, reportCodePage(look, { ticket, phone: read.phone }, false))
}

/** Ticket and phone as step two holds them; a phone that is none can belong to no report. */
const heldBy = (request: FastifyRequest) => {
  const held = ticketIn(request)
  const phone = readPhoneNumber(held.phone)
  return phone === null ? null : { ...held, phone }
}

async function stepTwo(request: FastifyRequest, reply: FastifyReply, platform: Platform): Promise<FastifyReply> {
  const look = lookOf(request, platform)
  const held = heldBy(request)
  if (held === null) return sendPage(reply, 400, reportLostPage(look))
  const isConfirmed = await confirmReport(platform, { ...held, code: textOf(request.body, 'code'), address: request.ip })
  if (!isConfirmed) return sendPage(reply, 403, reportCodePage(look, held, true))
  platform.wake()
  return showNumber(request, reply, platform)
}

async function showNumber(request: FastifyRequest, reply: FastifyReply, platform: Platform): Promise<FastifyReply> {
  const look = lookOf(request, platform)
  const held = heldBy(request)
  const key = held && reportKey(platform.vault, held.ticket, held.phone)
  const registration = key && (await registrationOf(openAs(platform.db).as<PublicQueryTables>(), key))
  if (!held || !registration) return sendPage(reply, 403, reportLostPage(look))
  const bureau = (await bureausOf(platform)).find(({ code }) => code === key.bureauCode)
  return sendPage(reply, 200, reportReceivedPage(look, held, { ...registration, bureau }))
}

async function resend(request: FastifyRequest, reply: FastifyReply, platform: Platform): Promise<FastifyReply> {
  const look = lookOf(request, platform)
  const held = heldBy(request)
  if (held === null) return sendPage(reply, 400, reportLostPage(look))
  const isTaken = await sendAnotherCode(platform, { ...held, address: request.ip })
  return isTaken ? sendPage(reply, 200, reportCodePage(look, held, false)) : sayBusy(reply, look)
}

/** The same page in another language or size, with what was typed. */
async function showAgain(request: FastifyRequest, reply: FastifyReply, platform: Platform): Promise<FastifyReply> {
  const look = lookOf(request, platform)
  if (textOf(request.body, 'step') === 'code') return sendPage(reply, 200, reportCodePage(look, ticketIn(request), false))
  const bureaus = await bureausOf(platform)
  return sendPage(reply, 200, reportPage(look, { typed: formIn(request), faulty: [], bureaus, isAnswer: true }))
}

/** Reporting on the web: written down sealed, confirmed by a code to the phone, registered by the worker. No cookie anywhere. */
export function reportRoutes(scope: FastifyInstance, getPlatform: () => Platform): void {
  const long = { bodyLimit: reportFormLimit }
  scope.get('/report', (request, reply) => showForm(request, reply, getPlatform()))
  scope.post('/report', long, (request, reply) => stepOne(request, reply, getPlatform()))
  scope.post('/report/again', long, (request, reply) => showAgain(request, reply, getPlatform()))
  scope.post('/report/confirm', (request, reply) => stepTwo(request, reply, getPlatform()))
  scope.post('/report/resend', (request, reply) => resend(request, reply, getPlatform()))
  scope.post('/report/number', (request, reply) => showNumber(request, reply, getPlatform()))
}
