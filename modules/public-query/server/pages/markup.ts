/** Text that is safe to send as HTML. Only `markup` makes it, so nothing typed by a person gets there unescaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Hole = Html | string | number | null | undefined | false | readonly Hole[]

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// Two private characters around what must not be converted to Traditional Chinese. Nothing typed can hold them: escaping drops them.
const [begin, end] = ['\uE000', '\uE001']
const escape = (text: string): string => text.replaceAll(/[&<>"'\uE000\uE001]/g, (sign) => entities[sign] ?? '')

function fill(hole: Hole): string {
  if (hole === null || hole === undefined || hole === false) return ''
  if (hole instanceof Html) return hole.text
  if (typeof hole === 'string' || typeof hole === 'number') return escape(String(hole))
  return hole.map(fill).join('')
}

/** What stands in the template is markup, what is put into it is text. */
export const markup = (pieces: TemplateStringsArray, ...holes: readonly Hole[]): Html =>
  new Html(pieces.reduce((soFar, piece, index) => soFar + fill(holes[index - 1]) + piece))

/** Text that keeps its characters on a page that is converted. */
export const verbatim = (text: string): Html => new Html(`${begin}${escape(text)}${end}`)

/** A finished page in turns: what may be converted, what must not, and so on; the marks themselves are gone. */
export const turnsOf = (page: string): string[] => page.split(/[\uE000\uE001]/)
