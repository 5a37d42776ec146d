import type { FastifyReply } from 'fastify'
import { answerCsv } from '#platform/server/csv/answer-csv.ts'
import { languageOf } from '#platform/server/http.ts'
import { type PlainRoutes, signedIn } from '#platform/server/module.ts'
import { ask } from '#platform/server/query.ts'
import { importTemplate, uploadImport } from '../../contract.ts'
import { importEn } from '../../words/import-en.ts'
import { importZh } from '../../words/import-zh.ts'
import { admitImport } from './admit-import.ts'
import { takeFile } from './take-file.ts'

const words = { zh: importZh, en: importEn }

async function* example(language: 'zh' | 'en'): AsyncGenerator<readonly (readonly string[])[]> {
  yield [Object.values(words[language].example)]
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
      const actor = await signedIn(identify, request)
      const announcedBytes = Number(request.headers['content-length'] ?? 0)
      const answer = await takeFile(getPlatform(), actor, { body: request.body, announcedBytes })
      return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(uploadImport.output.parse(answer)))
    })
  })
}
