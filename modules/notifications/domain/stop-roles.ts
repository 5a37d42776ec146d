import type { Role } from '#kernel/actor.ts'

/** Who takes the call of somebody whom messages do not concern. */
export const stopRoles = ['dispatcher', 'case-centre', 'administrator'] as const satisfies readonly Role[]
