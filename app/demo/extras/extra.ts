import type { Platform } from '#platform/server/platform.ts'
import type { County } from '../../../data/county/county.ts'
import type { CountyOfficer } from '../../../data/county/county-officers.ts'

/** One thing that an officer does through the house's own action, so many minutes before the demo was loaded. */
export interface ExtraDeed {
  /** Of the action, e.g. `incidents.receive`. */
  readonly name: string
  readonly by: Pick<CountyOfficer, 'id'>
  readonly minutesAgo: number
  readonly input: object
}

/** The county as it was loaded, and the means to go on with it. */
export interface DemoStage {
  readonly county: County
  /** When the county was loaded; everything in it happened before. */
  readonly loadedAt: Date
  /** An id of its own for everything that is made; the same at every load of the same day. */
  readonly newId: (minutesAgo: number) => string
  /** The platform as it was so many minutes before the load: for what no officer does, such as a citizen's word. */
  readonly platformAt: (minutesAgo: number) => Platform
  /** What the action answered. It is carried out with permission, audit and events like any other; a refusal is a fault of the extra. */
  readonly act: (deed: ExtraDeed) => Promise<unknown>
}

/** A few deeds that show what the loaded county has nothing of. Later ones of the same story have fewer `minutesAgo`. */
export interface Extra {
  readonly name: string
  play(stage: DemoStage): Promise<void>
}
