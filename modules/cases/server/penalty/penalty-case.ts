import { z } from 'zod'
import { isDay, day } from '#kernel/beijing-time.ts'
import { capacities, type PenaltyFacts } from '../../domain/penalty/penalty-facts.ts'

/** A file or a case of it that cannot be read. */
export class PenaltyCaseFault extends Error {}

const OnDay = z
  .string()
  .refine(isDay, { message: 'a day is written YYYY-MM-DD' })
  .transform((text) => day(text))

const worded = (given: unknown): string => (typeof given === 'string' ? given : JSON.stringify(given))

/** A list of words, or one alone. What is not a word is put to the reviewer as it stands. */
const Circumstances = z.unknown().transform((given): readonly string[] => {
  if (given === null || given === undefined) return []
  return Array.isArray(given) ? given.map(worded) : [worded(given)]
})

/** One case of the exchange form: null means not given. Other keys are ignored. */
const PenaltyCase = z.object({
  id: z.string(),
  cause: z.string(),
  tier: z.string().nullish(),
  actDate: OnDay,
  decidedOn: OnDay,
  discoveredOn: OnDay.nullish(),
  age: z.int().nonnegative().max(150).nullish(),
  firstTime: z.boolean().nullish(),
  timesWithinYear: z.int().positive().nullish(),
  gravelyBad: z.boolean().nullish(),
  pregnantOrNursing: z.boolean().nullish(),
  capacity: z.enum(capacities).nullish(),
  circumstances: Circumstances.optional(),
})

const PenaltyFile = z.object({ cases: z.array(z.unknown()) })

export interface ReadPenaltyCase {
  readonly id: string
  readonly facts: PenaltyFacts
}

const nameOf = (given: unknown): string => {
  const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : undefined
  return typeof id === 'string' ? id : '?'
}

function readCase(given: unknown): ReadPenaltyCase {
  const read = PenaltyCase.safeParse(given)
  if (!read.success) throw new PenaltyCaseFault(`case ${nameOf(given)} cannot be read:\n${z.prettifyError(read.error)}`)
  const { id, ...told } = read.data
  const timesWithinYear = told.timesWithinYear ?? 1
  return {
    id,
    facts: {
      cause: told.cause,
      tier: told.tier ?? 'base',
      actDate: told.actDate,
      decidedOn: told.decidedOn,
      discoveredOn: told.discoveredOn ?? null,
      age: told.age ?? null,
      capacity: told.capacity ?? 'full',
      timesWithinYear,
      firstTime: told.firstTime ?? timesWithinYear === 1,
      gravelyBad: told.gravelyBad ?? false,
      pregnantOrNursing: told.pregnantOrNursing ?? false,
      circumstances: told.circumstances ?? [],
    },
  }
}

/** Reads `{ "cases": [ … ] }`. Throws a PenaltyCaseFault on the first that is malformed. */
export function readPenaltyCases(text: string): readonly ReadPenaltyCase[] {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    throw new PenaltyCaseFault(`this is not JSON: ${(error as Error).message}`)
  }
  const file = PenaltyFile.safeParse(given)
  if (!file.success) throw new PenaltyCaseFault(`a file of cases is { "cases": [ … ] }:\n${z.prettifyError(file.error)}`)
  return file.data.cases.map(readCase)
}
