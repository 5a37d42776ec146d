// What the subscribers of this module write, as pure functions of a case's record: for loading a whole county in exactly the form of one case.
export { officesFrom } from './project-case.ts'
export { projectionRows } from './projection-rows.ts'
export { promiseClockOf } from './promise-clock.ts'
export { milestoneMessage, toldOn } from './tell-milestone.ts'
