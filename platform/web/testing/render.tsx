import { act } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import type { Language } from '#kernel/bilingual.ts'
import { languageSetting } from '../language.ts'

// why: React asks for this to know that its updates are awaited here.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let shown: Root | undefined

/** Puts a part into the page; needs `// @vitest-environment jsdom` at the top of the test. */
export async function render(part: ReactNode, language: Language = 'zh'): Promise<HTMLElement> {
  await act(async () => shown?.unmount())
  languageSetting.write(language)
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  const root = createRoot(place)
  shown = root
  await act(async () => root.render(part))
  return place
}

export const click = (element: Element | null): Promise<void> =>
  act(async () => void element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })))

export const press = (init: KeyboardEventInit, target: EventTarget = document.body): Promise<void> =>
  act(async () => void target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })))
