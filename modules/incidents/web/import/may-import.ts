import type { Me } from '#platform/web/me.tsx'

/** The command centre of the bureau; the server decides the same for itself. */
export const mayImport = (me: Me): boolean => me.grants.some(({ role, unitCode }) => role === 'dispatcher' && unitCode === me.bureauCode)
