import type { Database } from '#platform/server/database.ts'

type Work = Parameters<ReturnType<Database['transaction']>['execute']>[0]

/** The same database, whose transactions begin late: a process that stalls between taking work up and carrying it out. */
export const beginningLate = (db: Database, wait: () => Promise<void>): Database =>
  new Proxy(db, {
    get(target, key) {
      if (key === 'transaction')
        return () => ({
          async execute(work: Work) {
            await wait()
            return target.transaction().execute(work)
          },
        })
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
