import type { Actor } from '#kernel/actor.ts'
import type { Doing } from '#platform/server/context.ts'
import { openAs } from '#platform/server/database.ts'
import type { World } from '#platform/testing/world.ts'

/** Calls a door as an action of another module would, in a transaction of its own. */
export const within = <Result>(world: World, actor: Actor, use: (doing: Doing) => Promise<Result>): Promise<Result> =>
  world.platform.db.transaction().execute((tx) =>
    use({
      actor,
      now: world.clock.now,
      open: openAs(tx),
      vault: world.platform.vault,
      addresses: world.platform.addresses,
      isDemo: world.platform.isDemo,
      inputHash: Buffer.alloc(0),
      emit: () => undefined,
      about: () => undefined,
    }),
  )
