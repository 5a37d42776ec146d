/** How many hours back a call may be about the same matter; each bureau may set its own. */
export const duplicateHoursByDefault = 12
export const fewestDuplicateHours = 1
export const mostDuplicateHours = 72
