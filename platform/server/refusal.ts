import type { FieldProblem } from '#platform/shared/problem.ts'

export const refusalStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
} as const
export type RefusalKind = keyof typeof refusalStatus

export type Facts = Readonly<Record<string, unknown>>

/** The caller, or the law, says no. Carries facts, not sentences: the words live beside the screens. */
export class Refusal extends Error {
  readonly code: string
  readonly kind: RefusalKind
  readonly facts: Facts
  readonly fields: readonly Omit<FieldProblem, 'message'>[]

  constructor(code: string, kind: RefusalKind, facts: Facts, fields: readonly Omit<FieldProblem, 'message'>[] = []) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.kind = kind
    this.facts = facts
    this.fields = fields
  }

  /** The same refusal, shown beside one field of the form. */
  at(path: string): Refusal {
    return new Refusal(this.code, this.kind, this.facts, [...this.fields, { path, code: this.code }])
  }
}

// why: `never[]` accepts every parameter list, so each refusal keeps its own typed facts.
type Described = readonly [kind: RefusalKind, facts: (...given: never[]) => Facts]
type Makers<All extends Record<string, Described>> = {
  readonly [Name in keyof All]: (...given: Parameters<All[Name][1]>) => Refusal
}

/** Every way a module says no, in one place; the code is `module.name`. */
export function defineRefusals<const All extends Record<string, Described>>(moduleName: string, described: All): Makers<All> {
  const makers = Object.entries(described).map(([name, [kind, facts]]) => [
    name,
    (...given: never[]) => new Refusal(`${moduleName}.${name}`, kind, facts(...given)),
  ])
  return Object.fromEntries(makers) as Makers<All>
}

/** What the house itself refuses, whatever the module. */
export const houseRefusals = defineRefusals('house', {
  notSignedIn: ['unauthenticated', () => ({})],
  notAllowed: ['forbidden', (action: string) => ({ action })],
  /** Who sits there must be proved anew before this act. */
  proofNeeded: ['forbidden', () => ({})],
  notFound: ['not-found', () => ({})],
  invalidInput: ['invalid', () => ({})],
  sameIdOtherContent: ['conflict', () => ({})],
  tooLarge: ['invalid', (limitBytes: number) => ({ limitBytes })],
  notJson: ['invalid', () => ({})],
  crossSite: ['forbidden', () => ({})],
  futureTime: ['invalid', (latest: string) => ({ latest })],
  beforeEarlierFact: ['invalid', (earliest: string) => ({ earliest })],
  lateWithoutReason: ['invalid', (minutes: number) => ({ minutes })],
})
