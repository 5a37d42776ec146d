import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { isDay } from '#kernel/beijing-time.ts'
import { type Calendar, createCalendar, type YearNotice } from '../domain/calendar.ts'

const folder = new URL('../../../data/holidays/', import.meta.url)

const DayText = z.string().refine(isDay)
const Notice = z.strictObject({
  year: z.int().min(2000).max(2100),
  holidays: z.array(z.strictObject({ name: z.string().min(1), from: DayText, to: DayText, worked: z.array(DayText) })),
})

function readNotice(file: string): YearNotice {
  const read = Notice.safeParse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  if (!read.success)
    throw new TypeError(`data/holidays/${file} is not a holiday notice; copy the form of a neighbour.\n${z.prettifyError(read.error)}`)
  return read.data
}

const known: Calendar = createCalendar(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map(readNotice),
)

/** The notices of data/holidays, one file a year; a new year is a new file and a restart. */
export const calendar = (): Calendar => known
