import type { Addresses } from '#platform/server/context.ts'

/** Where a code is used; the code itself never stands in an address. */
export const joinAddress = ({ staffUrl }: Addresses): string => `${staffUrl}/staff/join`
