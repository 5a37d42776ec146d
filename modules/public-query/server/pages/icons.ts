import { markup } from './markup.ts'

// Shapes that say the same as their colour; the words beside them are their name.
export const sunrise = markup`<svg width="22" height="20" viewBox="0 0 22 20" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d="M1 17h20M11 3v3M3.5 7l2 1.6M18.5 7l-2 1.6"/><path d="M5.5 14a5.5 5.5 0 0 1 11 0z" fill="currentColor" stroke="none"/></svg>`

const small = (inside: ReturnType<typeof markup>) => markup`<svg viewBox="0 0 14 14" aria-hidden="true">${inside}</svg>`

export const chipIcons = {
  running: small(markup`<circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" stroke-width="2"/>`),
  done: small(markup`<path d="M2 7l4 4 6-8" fill="none" stroke="currentColor" stroke-width="2"/>`),
  extended: small(markup`<path d="M2 2l5 5-5 5M7 2l5 5-5 5" fill="none" stroke="currentColor" stroke-width="2"/>`),
  stopped: small(markup`<path d="M3 2h3v10H3zM8 2h3v10H8z" fill="currentColor"/>`),
  late: small(markup`<path d="M4.5 1h5L13 4.5v5L9.5 13h-5L1 9.5v-5z" fill="currentColor"/>`),
  'no-date': small(markup`<path d="M2 7h10" stroke="currentColor" stroke-width="2"/>`),
}

export const reachedDot = markup`<svg viewBox="0 0 22 22" aria-hidden="true"><circle cx="11" cy="11" r="11" fill="currentColor"/><path d="M6 11l4 4 6-8" fill="none" stroke="var(--surface)" stroke-width="2.5"/></svg>`
export const nextDot = markup`<svg viewBox="0 0 22 22" aria-hidden="true"><circle cx="11" cy="11" r="9.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="5 4"/></svg>`
