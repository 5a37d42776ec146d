import { defineQuery } from '#platform/server/query.ts'
import { listLawsEndpoint } from '../contract.ts'
import { citationWords, lawTitle } from '../domain/citation-text.ts'
import { laws } from '../domain/library.ts'

export const listLaws = defineQuery<object>()({
  name: 'law-library.list',
  input: listLawsEndpoint.input,
  allowedTo: (actor) => actor.kind === 'officer',

  read: async () => ({
    laws: laws.map((law) => ({
      id: law.id,
      title: lawTitle(law),
      documentNumber: law.documentNumber,
      inForceFrom: law.inForce.from,
      inForceUntil: law.inForce.to,
      articles: Object.entries(law.articles).map(([article, about]) => ({
        article,
        text: citationWords({ law: law.id, article }),
        about: { ...about },
      })),
    })),
  }),
})
