/** What a place says besides its own name: separators, and words that stand in every address. */
const noise = /[\s,，。、;；:：·\-—()（）]|门口|附近|旁边|对面|那里|这里/gu

/** County and town, which half of all addresses share. */
const region = /^(.{1,6}?县)?(.{1,3}?[镇乡])?/u

const pairsOf = (text: string): Set<string> => {
  const signs = [...text.toLowerCase().replaceAll(noise, '').replace(region, '')]
  return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`))
}

/** How much of the shorter description of a place stands in the longer, from 0 to 1: callers describe one place in many words or few. */
export function placeLikeness(one: string, other: string): number {
  const [few, many] = [pairsOf(one), pairsOf(other)].toSorted((left, right) => left.size - right.size)
  if (!few || !many || few.size < 2) return 0
  return [...few].filter((pair) => many.has(pair)).length / few.size
}

/** From here on two descriptions are taken for the same place. */
export const likePlace = 0.5
