/**
 * A pattern for `like`: what a person typed of a number, wherever it stands in it; spaces and small letters do not matter. A letter
 * stands only at the beginning of a number, and what begins with one can be found by an index.
 */
export function numberPattern(typed: string): string {
  const text = typed
    .replaceAll(/\s/g, '')
    .toUpperCase()
    .replaceAll(/[%_\\]/g, '\\$&')
  return /^[A-Z]/.test(text) ? `${text}%` : `%${text}%`
}
