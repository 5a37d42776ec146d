import { ConverterFactory, Locale } from 'opencc-js/cn2t'
import { turnsOf } from './pages/markup.ts'

// Han characters and their punctuation; markup, numbers and Latin words between them are not touched.
const chinese = /[\u3000-\u303F\u3400-\u9FFF\uFF00-\uFFEF]+/g
/** What is correct and hardly written: the desk that is called on 110 is a 服務台 in Taiwan and Hong Kong alike. */
const everyday = [
  [
    ['臺', '台'],
    ['檯', '台'],
  ],
] as const
/** More than all sentences of ours; what comes on top is converted each time. */
const piecesKept = 5_000

/** Turns Simplified pages into Traditional ones. */
export interface Traditional {
  /** Loads the dictionary, which takes half a second once. */
  prepare(): void
  page(simplified: string): string
}

/**
 * Characters alone, as Taiwan writes them: `zh-Hant` without a place means Taiwan to browsers and fonts (CLDR), and readers in Hong Kong
 * and Macao know these forms too. Words stay those of the law that they cite. What `verbatim` marked stays Simplified. Sentences are
 * ours, so they repeat from page to page: each is converted once.
 */
export function createTraditional(): Traditional {
  const pieces = new Map<string, string>()
  let converter: ((text: string) => string) | undefined
  const ready = () => (converter ??= ConverterFactory(Locale.from['cn'] ?? [], Locale.to['tw'] ?? [], everyday))
  const converted = (piece: string): string => {
    const known = pieces.get(piece)
    if (known !== undefined) return known
    const made = ready()(piece)
    if (pieces.size < piecesKept) pieces.set(piece, made)
    return made
  }
  return {
    prepare: () => void ready(),
    page: (simplified) =>
      turnsOf(simplified)
        .map((turn, index) => (index % 2 === 0 ? turn.replaceAll(chinese, converted) : turn))
        .join(''),
  }
}
