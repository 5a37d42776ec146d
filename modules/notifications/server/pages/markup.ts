const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text inside a page or an attribute. */
export const escapeText = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** Escapes the text and makes links of addresses that lead to one of our own origins, as a phone does with every address. */
export function linkOwnAddresses(text: string, ownOrigins: readonly string[]): string {
  const parts = text.split(/(https?:\/\/[^\s，。；、）》」]+)/)
  return parts
    .map((part) => {
      const isOwn = URL.canParse(part) && /^https?:/.test(part) && ownOrigins.includes(new URL(part).origin)
      return isOwn ? `<a href="${escapeText(part)}">${escapeText(part)}</a>` : escapeText(part)
    })
    .join('')
}
