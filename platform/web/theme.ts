import { keptSetting, useKeptSetting } from './kept-setting.ts'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]
export type Theme = 'light' | 'dark'

export const themeSetting = keptSetting<ThemeChoice>('daylight.theme', themeChoices, 'system')

let printing = false
const darkSystem = () => globalThis.matchMedia?.('(prefers-color-scheme: dark)')

/** Paper is always light. */
export const currentTheme = (): Theme => {
  if (printing) return 'light'
  const choice = themeSetting.read()
  if (choice !== 'system') return choice
  return darkSystem()?.matches ? 'dark' : 'light'
}

export const useThemeChoice = (): ThemeChoice => useKeptSetting(themeSetting)

/** Sets `data-theme` on the page and keeps it true when the person, the system or the printer asks for another. */
export function followTheme(): void {
  const show = () => {
    document.documentElement.dataset['theme'] = currentTheme()
  }
  themeSetting.subscribe(show)
  darkSystem()?.addEventListener('change', show)
  const print = (now: boolean) => () => {
    printing = now
    show()
  }
  globalThis.addEventListener('beforeprint', print(true))
  globalThis.addEventListener('afterprint', print(false))
  show()
}
