import type { Outcome } from './channel.ts'

/** Nobody was reached, so nothing was sent. */
const unreached = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/

/** As far as a reason may be kept and shown: a code without anything of a person. */
export const codeOf = (text: unknown): string => (/^[A-Za-z][A-Za-z0-9_.:-]{0,79}$/.test(String(text)) ? String(text) : 'unnamed')

interface NetworkError {
  readonly code?: unknown
  readonly message?: unknown
  readonly cause?: unknown
}

/**
 * What a failed call means. Only a line that was never made is certainly no sending; for a cut one or a silence nobody knows. The text of
 * the error is looked at and thrown away: client libraries put the address, and with it the phone, into it.
 */
export function outcomeOfFailure(error: unknown): Extract<Outcome, { readonly why: string }> {
  const { code, message, cause } = (error ?? {}) as NetworkError
  const said = `${String(code)} ${String(message)} ${String((cause as NetworkError | undefined)?.code)}`
  if (unreached.test(said)) return { state: 'rejected', retry: true, why: 'not-reached' }
  return { state: 'unknown', why: /time.?out|abort/i.test(said + (error as Error).name) ? 'timed-out' : 'line-cut' }
}
