import shanxi from './shanxi.json' with { type: 'json' }
import type { Bilingual } from '#kernel/bilingual.ts'

/** A division as the statistics office numbers it: six digits, and its name. */
export interface Division {
  readonly code: string
  readonly name: Bilingual
}

export interface City extends Division {
  readonly counties: readonly Division[]
}

export const shanxiProvince: Division = { code: '140000', name: { zh: '山西省', en: 'Shanxi Province' } }

/**
 * The 11 cities and 117 counties, districts and county-level cities of Shanxi, after the National Bureau of Statistics, 2023. Its four
 * development and scenic zones (70 to 79) are statistical units without a people's government, and are left out.
 */
export const shanxiCities: readonly City[] = shanxi
