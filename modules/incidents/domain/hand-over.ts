/** How a transferred matter is handed over: 当面移交 · 网上流转 · 邮寄. */
export const handOverWays = ['in-person', 'electronic', 'by-post'] as const
export type HandOverWay = (typeof handOverWays)[number]

/** Within 24 hours of finding that it belongs elsewhere (PROC-ADMIN 61(2), PROC-CRIM 175). */
export const transferRule = 'report_transfer'
