import { dayOf } from '#kernel/beijing-time.ts'

/** 案件编号: `A` + 12-digit unit + yyyyMM of registration + 4-digit serial (domain.md §5.1). */
export const caseNumber = (unitCode: string, registeredAt: Date, serial: number): string =>
  `A${unitCode}${monthOf(registeredAt)}${String(serial).padStart(4, '0')}`

/** `yyyyMM` in Beijing, the period of call and case numbers. */
export const monthOf = (at: Date): string => dayOf(at).slice(0, 7).replace('-', '')

export const yearOf = (at: Date): string => dayOf(at).slice(0, 4)

export interface PaperSeries {
  /** Short names, as they stand in the number: 汾公, 城关. */
  readonly bureau: string
  readonly unit: string
  readonly word: string
}

/** 文号, e.g. 汾公（城关）受案字〔2026〕37号. */
export const paperNumber = ({ bureau, unit, word }: PaperSeries, at: Date, serial: number): string =>
  `${bureau}（${unit}）${word}字〔${yearOf(at)}〕${serial}号`
