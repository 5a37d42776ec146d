import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { addDays, type Day } from '#kernel/beijing-time.ts'

/**
 * Writes data/holidays/YYYY.json, one small file for each State Council notice, from the package chinese-days.
 * `node tools/write-holidays.ts 2027` writes one year; without a year, all from 2007 on.
 */
interface Source {
  readonly holidays: Readonly<Record<string, string>>
  readonly workdays: Readonly<Record<string, string>>
}

interface Holiday {
  readonly name: string
  readonly from: Day
  to: Day
  readonly worked: Day[]
}

const source: Source = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json'), 'utf8'))
const nameOf = (text: string): string => text.split(',')[1] ?? text
const sorted = (days: Source['holidays']) => Object.entries(days).toSorted(([one], [other]) => one.localeCompare(other)) as [Day, string][]

const holidays: Holiday[] = []
for (const [day, text] of sorted(source.holidays)) {
  const before = holidays.at(-1)
  if (before && before.name === nameOf(text) && addDays(before.to, 1) === day) before.to = day
  else holidays.push({ name: nameOf(text), from: day, to: day, worked: [] })
}

const distance = (holiday: Holiday, day: Day): number => Math.abs(Date.parse(holiday.from) - Date.parse(day))
for (const [day, text] of sorted(source.workdays)) {
  const same = holidays.filter((holiday) => holiday.name === nameOf(text))
  same.toSorted((one, other) => distance(one, day) - distance(other, day))[0]?.worked.push(day)
}

const wanted = process.argv[2]
// why: a New Year break that begins in December stands in the notice of the coming year.
const byYear = Map.groupBy(holidays, (holiday) => holiday.to.slice(0, 4))
for (const [year, of] of byYear) {
  if (wanted ? year !== wanted : year < '2007') continue
  const lines = of.map(
    (holiday) => `    ${JSON.stringify(holiday).replaceAll(':', ': ').replaceAll(',', ', ').replace('{', '{ ').replace('}', ' }')}`,
  )
  writeFileSync(`data/holidays/${year}.json`, `{\n  "year": ${year},\n  "holidays": [\n${lines.join(',\n')}\n  ]\n}\n`)
}
