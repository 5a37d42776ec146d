/** How a transferred matter is handed over: 当面移交 · 网上流转 · 邮寄. */
export const handOverWays = ['in-person', 'electronic', 'by-post'] as const
export type HandOverWay = (typeof handOverWays)[number]

/** How the reporter was told where the matter went: 当面 · 电话 · 书面, or 联系不上. */
export const reporterToldWays = ['in-person', 'by-phone', 'in-writing', 'not-reached'] as const
export type ReporterTold = (typeof reporterToldWays)[number]

/** Within 24 hours of finding that it belongs elsewhere (PROC-ADMIN 61(2), PROC-CRIM 175). */
export const transferRule = 'report_transfer'
