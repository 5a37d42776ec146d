/** A pattern for `like`: what a person typed of a number, wherever it stands in it; spaces and small letters do not matter. */
export const numberPattern = (typed: string): string =>
  `%${typed
    .replaceAll(/\s/g, '')
    .toUpperCase()
    .replaceAll(/[%_\\]/g, '\\$&')}%`
