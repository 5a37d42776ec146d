import type { Role } from '#kernel/actor.ts'

/** 当面 · 电话 · 短信或网上: how a person was told, on the spot, that a matter is not for the police. */
export const tellingWays = ['in-person', 'by-phone', 'electronic'] as const
export type TellingWay = (typeof tellingWays)[number]

export const tellers: readonly Role[] = ['officer', 'unit-head', 'dispatcher']
