import { inBeijing } from '#kernel/beijing-time.ts'
import type { Language } from '#kernel/bilingual.ts'
import { en } from '../../words/en.ts'
import { zh } from '../../words/zh.ts'
import type { Arrived } from '../demo/demo-phone-repository.ts'
import { escapeText, linkOwnAddresses } from './markup.ts'

interface Reader {
  readonly language: Language
  readonly ownOrigins: readonly string[]
}

const wordsOf = (language: Language) => (language === 'zh' ? zh : en).phones
const spaced = (phone: string) => `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`
const when = (at: Date) => {
  const text = inBeijing(at)
  return `<time datetime="${text}">${text.slice(0, 16).replace('T', ' ')}</time>`
}

interface Page {
  readonly language: Language
  readonly title: string
  /** The same page in the other language. */
  readonly path: string
  readonly body: string
}

function page({ language, title, path, body }: Page): string {
  const words = wordsOf(language)
  const other = language === 'zh' ? 'en' : 'zh'
  // why: with no referrer at all a browser says that its form comes from nowhere, which is refused as another site's.
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<title>${escapeText(title)} · ${words.demo}</title>
<link rel="stylesheet" href="/demo/phones.css">
<link rel="icon" href="data:,">
<script src="/demo/phones.js" defer></script>
</head>
<body>
<header><div><span class="demo">${words.demo}</span><strong>${words.title}</strong><a href="${path}?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${words.other}</a></div></header>
<main>
${body}
</main>
</body>
</html>
`
}

/** All phones that heard something lately, and a field for one that has not. */
export function phonesPage(
  phones: readonly Arrived[],
  { language }: Reader,
  typed: { text: string; isWrong: boolean } = { text: '', isWrong: false },
): string {
  const words = wordsOf(language)
  const rows = phones.map(
    ({ phoneId, phone, text, arrivedAt }) =>
      `<li><span class="top"><a href="/demo/phones/${phoneId}?lang=${language}">${spaced(phone)}</a>${when(arrivedAt)}</span><p>${escapeText(text)}</p></li>`,
  )
  const error = typed.isWrong ? `<p class="wrong" id="wrong">${words.notPhone}</p>` : ''
  const body = `<h1>${words.title}</h1>
<p>${words.lead}</p>
<form method="post" action="/demo/phones?lang=${language}">
<label for="phone">${words.number}</label>${error}
<div><input id="phone" name="phone" type="tel" inputmode="numeric" autocomplete="off" value="${escapeText(typed.text)}"${typed.isWrong ? ' aria-invalid="true" aria-describedby="wrong"' : ''}>
<button>${words.open}</button></div>
</form>
<h2>${words.newest}</h2>
<p class="muted" hidden data-note>${words.live}</p>
<div data-live>${rows.length > 0 ? `<ul class="phones">${rows.join('\n')}</ul>` : `<p>${words.none}</p>`}</div>`
  return page({ language, title: words.title, path: '/demo/phones', body })
}

/** One phone with its messages; links in them open as on a real one. */
export function phonePage(phoneId: string, messages: readonly Arrived[], { language, ownOrigins }: Reader): string {
  const words = wordsOf(language)
  const bubbles = messages.map(({ text, arrivedAt }) => `<li>${when(arrivedAt)}<p>${linkOwnAddresses(text, ownOrigins)}</p></li>`)
  const [newest] = messages
  const body = `<p><a href="/demo/phones?lang=${language}">${words.back}</a></p>
<h1>${words.title}</h1>
<div data-live><section class="phone" aria-label="${words.messages}">
<h2>${newest ? spaced(newest.phone) : words.title}</h2>
${bubbles.length > 0 ? `<ul>${bubbles.join('\n')}</ul>` : `<p>${words.empty}</p>`}
</section></div>
<p class="muted">${words.messages} <span hidden data-note>· ${words.live}</span></p>`
  // why: the title of a page stays in the browser's history, where a number must not be.
  return page({ language, title: words.title, path: `/demo/phones/${phoneId}`, body })
}
