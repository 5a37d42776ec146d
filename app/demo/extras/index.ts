import { casework } from './casework.ts'
import { disagreements } from './disagreements.ts'
import type { Extra } from './extra.ts'
import { notForThePolice } from './not-for-the-police.ts'
import { importOfOldCalls } from './import-of-old-calls.ts'
import { onlineReports } from './online-reports.ts'
import { partiesAtTheCounter } from './parties.ts'
import { sending } from './sending.ts'
import { bookOfPlaces } from './places.ts'
import { severalCalls } from './several-calls.ts'

/** In the order in which they are played. */
export const extras: readonly Extra[] = [
  onlineReports,
  disagreements,
  partiesAtTheCounter,
  casework,
  bookOfPlaces,
  severalCalls,
  sending,
  notForThePolice,
  importOfOldCalls,
]
