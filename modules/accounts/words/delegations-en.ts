import type { delegationsZh } from './delegations-zh.ts'

export const delegationsEn: typeof delegationsZh = {
  title: 'Delegation',
  why: 'While you are away a colleague can hold a role of yours, for at most 30 days. You keep it; the trail says of every step for whom it was taken. The roles of administrators and supervisors cannot be handed on.',
  none: 'There is none.',
  add: 'Hand a role to a colleague',
  role: 'Role',
  choose: 'Choose',
  to: 'Police number of the colleague',
  toHint: 'An active officer of your bureau.',
  from: 'From',
  until: 'Until the end of',
  reason: 'Reason',
  save: 'Hand over',
  given: (role, unit, name) => `${role} (${unit}), held by ${name}`,
  held: (role, unit, name) => `${role} (${unit}) held for ${name}`,
  states: { coming: 'Not begun', running: 'Running', over: 'Over', ended: 'Ended early' },
  end: 'End now',
  endNamed: (what) => `End now: ${what}`,
}
