/**
 * How long a result stays in public view after the case was closed, in days; each bureau may set its own. A result has to outlive the
 * longest remedy it names, the six months of a suit (行政诉讼法 46), with some days for service: so less than 190 days is not allowed.
 */
export const shownDaysByDefault = 200
export const fewestShownDays = 190
export const mostShownDays = 3_650
