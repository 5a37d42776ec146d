import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#kernel/actor.ts'
import { perform } from '#platform/server/action.ts'
import { answerCsv } from '#platform/server/csv/answer-csv.ts'
import { openAs } from '#platform/server/database.ts'
import { languageOf } from '#platform/server/http.ts'
import type { Identify, PlainRoutes } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { ask } from '#platform/server/query.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { type CheckedFile, importTemplate, uploadImport } from '../../contract.ts'
import { importEn } from '../../words/import-en.ts'
import { importZh } from '../../words/import-zh.ts'
import { refusals } from '../refusals.ts'
import type { IncidentTables } from '../tables.ts'
import { admitImport } from './admit-import.ts'
import { batchesOf, checkFile } from './check-file.ts'
import { encodingOf, receiveFile } from './decode-file.ts'
import { knownNumbers } from './import-repository.ts'
import { batchSize, keepImport } from './keep-import.ts'

const words = { zh: importZh, en: importEn }

/** Reads, decodes and checks a whole file; keeps it only if no line is at fault. */
async function takeFile(platform: Platform, actor: Actor, request: FastifyRequest): Promise<CheckedFile> {
  const context = await ask(platform, admitImport, actor, {})
  if (typeof request.body !== 'object' || request.body === null || !(Symbol.asyncIterator in request.body)) throw refusals.importNoFile()
  const file = await receiveFile(request.body as AsyncIterable<Buffer>, Number(request.headers['content-length'] ?? 0))
  const encoding = encodingOf(file)
  const db = openAs(platform.db).as<IncidentTables>()
  const reading = { file, encoding, context }
  const checked = await checkFile(reading, async (numbers) => (await knownNumbers(db, actor.bureauCode, numbers)).length)
  if (checked.faultCount > 0) return { ...checked, encoding, import: null }
  if (checked.rows === 0) throw refusals.importEmpty()
  const kept = { encoding, bytes: file.bytes, rows: checked.rows }
  return { ...checked, encoding, import: await perform(platform, keepImport(batchesOf(reading, batchSize)), actor, kept) }
}

async function* example(language: 'zh' | 'en'): AsyncGenerator<readonly (readonly string[])[]> {
  yield [Object.values(words[language].example)]
}

const signedIn = async (identify: Identify, request: FastifyRequest): Promise<Actor> => {
  const actor = await identify(request)
  if (!actor) throw houseRefusals.notSignedIn()
  return actor
}

/** The template, and the file itself as the body of the request. */
export const importRoutes: PlainRoutes = async (server, getPlatform, identify) => {
  server.get(importTemplate.path, async (request, reply) => {
    await ask(getPlatform(), admitImport, await signedIn(identify, request), {})
    const language = languageOf(request)
    const { columns, templateName } = words[language]
    const file = { name: `${templateName}.csv`, head: Object.values(columns), pages: example(language), rows: 1 }
    return answerCsv(reply, file, getPlatform().log)
  })
  await server.register(async (files) => {
    // why: only here, where the bytes are counted as they come; everywhere else a body is small JSON.
    files.addContentTypeParser(['text/csv', 'application/octet-stream'], (_request, payload, done) => done(null, payload))
    files.post(uploadImport.path, async (request, reply: FastifyReply) => {
      const answer = await takeFile(getPlatform(), await signedIn(identify, request), request)
      return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(uploadImport.output.parse(answer)))
    })
  })
}
