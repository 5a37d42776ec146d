import type { OpenTransaction } from './database.ts'

/** How people name what a module keeps: by numbers. Access is decided by whoever asks; a book only translates. */
export interface SubjectBook {
  /** What stands before the colon of a subject: `case`. */
  readonly kind: string
  /** The id of what bears this number in one of the bureaus; null if there is none. */
  idOfNumber(open: OpenTransaction, bureaus: readonly string[], number: string): Promise<string | null>
  /** The numbers of those ids that are in one of the bureaus, by id. */
  numbersOf(open: OpenTransaction, bureaus: readonly string[], ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}
