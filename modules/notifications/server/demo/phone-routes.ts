import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Language } from '#kernel/bilingual.ts'
import { openAs } from '#platform/server/database.ts'
import { languageOf } from '#platform/server/http.ts'
import type { Platform } from '#platform/server/platform.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { readPhoneNumber } from '../../domain/phone-number.ts'
import { phonePage, phonesPage } from '../pages/phones-page.ts'
import { phonesScript, phonesStyles } from '../pages/phones-styles.ts'
import type { NotificationTables } from '../tables.ts'
import { latestByPhone, messagesOf, phoneIdOf } from './demo-phone-repository.ts'

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const formType = 'application/x-www-form-urlencoded'
const Asked = z.object({ lang: z.enum(['zh', 'en']).optional().catch(undefined) })
const Typed = z.object({ phone: z.string().default('') }).catch({ phone: '' })
const PhoneId = z.object({ id: z.string().regex(/^[0-9a-f]{24}$/) })

const readerOf = (request: FastifyRequest, { addresses }: Platform) => {
  const language: Language = Asked.parse(request.query).lang ?? languageOf(request)
  return { language, ownOrigins: [addresses.publicUrl, addresses.staffUrl] }
}

const tablesOf = (platform: Platform) => openAs(platform.db).as<NotificationTables>()
const sendPage = (reply: FastifyReply, html: string) =>
  reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(html)

/** The simulated phones: plain pages, there in a demo only. Phone numbers go by POST and never into an address. */
export async function phoneRoutes(server: FastifyInstance, getPlatform: () => Platform): Promise<void> {
  await server.register(async (scope) => {
    scope.removeContentTypeParser(formType)
    scope.addContentTypeParser(formType, { parseAs: 'string' }, async (_request: FastifyRequest, body: string) =>
      Object.fromEntries(new URLSearchParams(body)),
    )
    scope.addHook('preHandler', async () => {
      if (!getPlatform().isDemo) throw houseRefusals.notFound()
    })
    scope.get('/demo/phones.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(phonesStyles))
    scope.get('/demo/phones.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(phonesScript))
    scope.get('/demo/phones', async (request, reply) => {
      const platform = getPlatform()
      return sendPage(reply, phonesPage(await latestByPhone(tablesOf(platform), platform.vault), readerOf(request, platform)))
    })
    scope.post('/demo/phones', async (request, reply) => {
      const platform = getPlatform()
      const reader = readerOf(request, platform)
      const text = Typed.parse(request.body).phone.slice(0, 40)
      const phone = readPhoneNumber(text)
      if (phone) return reply.redirect(`/demo/phones/${phoneIdOf(platform.vault.hash('phone', phone))}?lang=${reader.language}`, 303)
      const phones = await latestByPhone(tablesOf(platform), platform.vault)
      return sendPage(reply.status(400), phonesPage(phones, reader, { text, isWrong: true }))
    })
    scope.get('/demo/phones/:id', async (request, reply) => {
      const platform = getPlatform()
      const read = PhoneId.safeParse(request.params)
      if (!read.success) throw houseRefusals.notFound()
      const messages = await messagesOf(tablesOf(platform), platform.vault, read.data.id)
      return sendPage(reply, phonePage(read.data.id, messages, readerOf(request, platform)))
    })
  })
}
