import { markup } from './markup.ts'
import { layout } from './layout.ts'
import { addressOf, type Look, wordsOf } from './look.ts'

/** A page with one thing to say and the way back: too many requests, a fault of ours, a form from elsewhere. */
export function plainPage(look: Look, title: string, text: string): string {
  return layout({
    look,
    title,
    path: '/q',
    body: markup`<h1>${title}</h1><p class="lead">${text}</p><p><a href="${addressOf('/q', look)}">${wordsOf(look).back}</a></p>`,
  })
}
