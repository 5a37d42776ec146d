/** Where passkeys are made and shown: what a browser calls relying party, and the origin it speaks from. */
export interface PasskeyPlace {
  readonly domain: string
  readonly origin: string
}

const isAddress = (host: string): boolean => /^[\d.]+$/.test(host) || host.startsWith('[')

/** A passkey belongs to a domain name and needs TLS (WebAuthn, 5.1.3); null where there is neither, and none is offered then. */
export function passkeyPlace(staffUrl: string): PasskeyPlace | null {
  const matched = /^https:\/\/(\[[^\]]*\]|[^:/]+)(:\d+)?\/?$/.exec(staffUrl)
  const host = matched?.[1]?.toLowerCase()
  if (!host || isAddress(host) || !host.includes('.')) return null
  return { domain: host, origin: `https://${host}${matched?.[2] ?? ''}` }
}

/** So many at most for one officer: a phone, a key on the ring, a key in the safe. */
export const mostPasskeys = 5
export const challengeLastsMinutes = 5
