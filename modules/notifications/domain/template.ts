import type { Language } from '#kernel/bilingual.ts'

/** What fills a template: codes, numbers of cases, names of units, dates. Never what names or reaches a person. */
export type Values = Readonly<Record<string, string | number>>

/**
 * `code`: asked for by the person at this very moment, useless later, never repeated in doubt. `warning`: protects the person, and
 * leaves at any hour. `notice`: the rest; it can wait for the morning.
 */
export const messageKinds = ['code', 'warning', 'notice'] as const
export type MessageKind = (typeof messageKinds)[number]

/**
 * The wording of one kind of message, owned by the module that sends it. Gateways approve a template once and are then sent only
 * its parameters, so a changed wording is a new version.
 */
export interface Template<Given extends Values = Values> {
  /** `module.kind-of-message` */
  readonly id: string
  readonly version: number
  /** A notice unless it says otherwise. */
  readonly kind?: MessageKind
  zh(values: Given): string
  en(values: Given): string
}

export const defineTemplate = <Given extends Values = Values>(template: Template<Given>): Template<Given> => template

// why: the bounds keep numbers of cases (22 digits) and of units (12) apart from phones (11) and identity numbers (18).
const personal = /(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/

/** The name of the first parameter that holds a phone or identity number. */
export const personalParameter = (parameters: Values): string | undefined =>
  Object.entries(parameters).find(([, value]) => personal.test(String(value)))?.[0]

const withheld: Record<Language, string> = { zh: '〔略〕', en: '[withheld]' }

/** The text as it leaves, and the text as it is kept: the same, with its secrets left out. */
export function render(template: Template, language: Language, parameters: Values, secrets: Values): { full: string; kept: string } {
  const blanks = Object.fromEntries(Object.keys(secrets).map((name) => [name, withheld[language]]))
  return { full: template[language]({ ...parameters, ...secrets }), kept: template[language]({ ...parameters, ...blanks }) }
}

/** The wording with its parameters named, as a provider approves it: `验证码 ${code}，…`. */
export const wordingOf = (template: Template, language: Language): string =>
  template[language](new Proxy({}, { get: (_, name) => `\${${String(name)}}` }) as Values)

/** The names of a template's parameters, in the order of its Chinese wording. */
export const parametersOf = (template: Template): string[] => [
  ...new Set([...`${wordingOf(template, 'zh')} ${wordingOf(template, 'en')}`.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name)),
]
