// why: the browser's own pinyin order tells the first letter, so no table of 20,000 characters travels to every desk.
// Each character below is the first of its letter in that order.
const firsts = [...'阿八嚓哒妸发旮铪丌咔垃妈拏喔妑七呥仨他屲夕丫帀']
const letters = 'abcdefghjklmnopqrstwxyz'
const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
const isHan = /\p{Script=Han}/u

function letterOf(character: string): string {
  if (!isHan.test(character)) return /[a-z\d]/i.test(character) ? character.toLowerCase() : ''
  const at = firsts.findLastIndex((first) => order.compare(first, character) <= 0)
  return letters[at] ?? ''
}

/** First letters of the syllables, for typing without an input method: 城关派出所 is `cgpcs`. A character of two readings has its commoner one. */
export const pinyinLetters = (text: string): string => [...text].map(letterOf).join('')
