import { script, styleSheet } from './assets.ts'
import { type Html, markup } from './markup.ts'
import { sunrise } from './icons.ts'
import { addressOf, type Look, wordsOf } from './look.ts'

interface Page {
  readonly look: Look
  readonly title: string
  readonly body: Html
  readonly bureauName?: string
  /** The page at the same place in another language or size; null where what was typed must be carried along by the form `query`. */
  readonly path: string | null
  /** Where that form is shown again; `/q/again` if not given. */
  readonly again?: string
}

const other = (look: Look) => ({
  language: { ...look, language: look.language === 'zh' ? 'en' : 'zh' } as Look,
  size: { ...look, isLarge: !look.isLarge },
})

function switches(look: Look, path: string | null, again: string): Html {
  const words = wordsOf(look).switches
  const { language, size } = other(look)
  const choices = [
    { label: look.isLarge ? words.normal : words.large, to: size, value: 'size', lang: look.language },
    { label: words.language, to: language, value: 'language', lang: language.language },
  ]
  const one = ({ label, to, value, lang }: (typeof choices)[number]) =>
    path === null
      ? markup`<button form="query" formaction="${again}" formnovalidate name="switch" value="${value}" lang="${lang}">${label}</button>`
      : markup`<a href="${addressOf(path, to)}" lang="${lang}">${label}</a>`
  return markup`<nav aria-label="${words.label}">${choices.map(one)}</nav>`
}

/** The frame of every citizens' page: readable without script, and with nothing personal in title or address. */
export function layout({ look, title, body, bureauName, path, again = '/q/again' }: Page): string {
  const words = wordsOf(look)
  const { contacts } = words
  return markup`<!doctype html>
<html lang="${look.language === 'zh' ? 'zh-Hans' : 'en'}"${look.isLarge ? markup` class="large"` : null}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="same-origin">
<meta name="format-detection" content="telephone=no">
<title>${title} · ${words.brand}</title>
<link rel="stylesheet" href="${styleSheet.url}">
<link rel="icon" href="data:,">
<script src="${script.url}" defer></script>
</head>
<body>
<header><div class="bar"><div class="in"><a class="brand" href="${addressOf('/', look)}">${sunrise}${words.brand}</a>${bureauName === undefined ? null : markup`<span class="bureau">${bureauName}</span>`}${switches(look, path, again)}</div></div>
${look.isDemo ? markup`<div class="demo"><p class="in">${words.demoNote}</p></div>` : null}</header>
<main class="in">
${body}
</main>
<footer><div class="in"><p><span>${contacts.emergency} 110</span><span>${contacts.complaint} 12389</span></p></div></footer>
</body>
</html>
`.text
}
