import { beforeEach } from 'vitest'

/** For tests that are the steps of one story: when one fails, those after it say so instead of failing for the same reason. */
export function stepByStep(): void {
  let failed: string | undefined
  beforeEach(({ task, skip, onTestFailed }) => {
    if (failed !== undefined) skip(`the story stopped at: ${failed}`)
    onTestFailed(() => {
      failed = task.name
    })
  })
}
