/** How it reached the officer who handles the case. */
export const requestWays = ['in-person', 'phone', 'message', 'written', 'through-others'] as const
export type RequestWay = (typeof requestWays)[number]

/**
 * What it was, as the officer sees it. law: 领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定 (2015) arts. 5 and 8: what is asked outside
 * of one's duty is recorded in full; guidance within it stands on paper. Read second-hand, so nothing is blocked by it.
 */
export const requestKinds = ['within-duty', 'asks-after', 'asks-for-treatment', 'unclear'] as const
export type RequestKind = (typeof requestKinds)[number]

interface Seat {
  readonly isHandling: boolean
  readonly isRecorder: boolean
  readonly isSupervisor: boolean
}

/** Whether somebody who sees the case reads who asked for what; others read that there is a record, and when. */
export const readsWhole = ({ isHandling, isRecorder, isSupervisor }: Seat): boolean => isHandling || isRecorder || isSupervisor
