import { html } from './html.ts'

// Shapes that say the same as their colour; the words beside them are their name.
export const sunrise = html`<svg width="22" height="20" viewBox="0 0 22 20" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d="M1 17h20M11 3v3M3.5 7l2 1.6M18.500 7l-2 1.600"/><path d="M5.500 14a5.500 5.500 0 0 1 11 0z" fill="currentColor" stroke="none"/></svg>`

const small = (inside: ReturnType<typeof html>) => html`<svg viewBox="0 0 14 14" aria-hidden="true">${inside}</svg>`

export const chipIcons = {
  running: small(html`<circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" stroke-width="2"/>`),
  done: small(html`<path d="M2 7l4 4 6-8" fill="none" stroke="currentColor" stroke-width="2"/>`),
  extended: small(html`<path d="M2 2l5 5-5 5M7 2l5 5-5 5" fill="none" stroke="currentColor" stroke-width="2"/>`),
  stopped: small(html`<path d="M3 2h3v10H3zM8 2h3v10H8z" fill="currentColor"/>`),
  late: small(html`<path d="M4.500 1h5L13 4.500v5L9.500 13h-5L1 9.500v-5z" fill="currentColor"/>`),
  'no-date': small(html`<path d="M2 7h10" stroke="currentColor" stroke-width="2"/>`),
}

export const reachedDot = html`<svg viewBox="0 0 22 22" aria-hidden="true"><circle cx="11" cy="11" r="11" fill="currentColor"/><path d="M6 11l4 4 6-8" fill="none" stroke="var(--surface)" stroke-width="2.500"/></svg>`
export const nextDot = html`<svg viewBox="0 0 22 22" aria-hidden="true"><circle cx="11" cy="11" r="9.500" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="5 4"/></svg>`
