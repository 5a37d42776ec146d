import type { Database } from '#platform/server/database.ts'

type Beginning = ReturnType<Database['transaction']>
type Work = Parameters<Beginning['execute']>[0]

class Undone extends Error {}

/** The same beginning of a transaction, with its isolation and all, that ends by undoing. */
const undoing = (beginning: Beginning): Beginning =>
  new Proxy(beginning, {
    get(target, key) {
      if (key === 'execute')
        return async (work: Work) => {
          const answer: { given?: unknown } = {}
          await target
            .execute(async (tx) => {
              answer.given = await work(tx)
              throw new Undone()
            })
            .catch((error: unknown) => {
              if (!(error instanceof Undone)) throw error
            })
          return answer.given
        }
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? (...given: unknown[]) => undoing(value.apply(target, given) as Beginning) : value
    },
  })

/** The same database, whose transactions answer as usual and then leave nothing: each question meets the same record. */
export const rollingBack = (db: Database): Database =>
  new Proxy(db, {
    get(target, key) {
      if (key === 'transaction') return () => undoing(target.transaction())
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
