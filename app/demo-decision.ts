import { type Config, isLoopback } from '#platform/server/config.ts'
import { InstallationFault } from '#platform/server/migrate.ts'

/** What the database already is. `isMarked`: the demo mark, null while nobody decided. */
export interface Standing {
  readonly isMarked: boolean | null
  readonly hasBureau: boolean
}

export type DemoDecision = 'load' | 'go-on' | 'off'

type Asked = Pick<Config, 'demo' | 'demoPublic' | 'databaseUrl' | 'host'>

/**
 * Whether this start is a demo. The mark decides once it is there; before that, the demo is the default only
 * on the embedded database while it is empty.
 */
export function decideDemo(asked: Asked, { isMarked, hasBureau }: Standing): DemoDecision {
  if (isMarked === true) {
    if (asked.demo === false)
      throw new InstallationFault(
        '这个数据库装的是演示数据，不能改作正式使用（DAYLIGHT_DEMO=0）。请换一个空目录：DAYLIGHT_HOME=./bureau' +
          ' · This database holds the demo and cannot become a real one (DAYLIGHT_DEMO=0). Take an empty folder: DAYLIGHT_HOME=./bureau',
      )
    return refuseOpen(asked, 'go-on')
  }
  if (asked.demo === true && hasBureau)
    throw new InstallationFault(
      '演示数据只能装进空数据库，这里已有公安机关的数据。请去掉 DAYLIGHT_DEMO=1。' +
        ' · The demo goes into an empty database only, and this one holds a bureau. Take DAYLIGHT_DEMO=1 away.',
    )
  const isWanted = asked.demo ?? (asked.databaseUrl === null && !hasBureau)
  return isWanted ? refuseOpen(asked, 'load') : 'off'
}

function refuseOpen({ host, demoPublic }: Asked, decision: DemoDecision): DemoDecision {
  if (isLoopback(host) || demoPublic) return decision
  throw new InstallationFault(
    `演示只在本机开放。要在 HOST=${host} 上公开演示，请加 DAYLIGHT_DEMO_PUBLIC=1；要正式使用，请换一个空目录并加 DAYLIGHT_DEMO=0，例如 DAYLIGHT_HOME=./bureau DAYLIGHT_DEMO=0。` +
      ` · The demo is open on this machine only. To show it on HOST=${host}, add DAYLIGHT_DEMO_PUBLIC=1; to work for real, take an empty folder and add DAYLIGHT_DEMO=0, for example DAYLIGHT_HOME=./bureau DAYLIGHT_DEMO=0.`,
  )
}
