import { createWorld, type World } from '#platform/testing/world.ts'
import { notificationsModule } from '../server/module.ts'

/** A world that is a demo, so that messages arrive on simulated phones. */
export async function demoWorld(): Promise<World> {
  const world = await createWorld([notificationsModule])
  Object.assign(world.platform, { isDemo: true })
  return world
}
