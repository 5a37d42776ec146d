import { type BalancePart, balanceParts } from '../domain/balance.ts'
import { balanceEn } from '../words/balance-en.ts'
import { balanceZh } from '../words/balance-zh.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { type Balance, isBalanced } from './draw-balance.ts'

const both = (chinese: string, english: string): string => `${chinese} ${english}`
const apart = (chinese: string, english: string): string => `${chinese} · ${english}`

function nameOf(part: BalancePart): string {
  const named = { zh: { ...zh.states, ...zh.dispositions }, en: { ...en.states, ...en.dispositions } }
  return both(named.zh[part], named.en[part])
}

const sides = ({ received, tally, difference, numbers }: Balance): string =>
  [
    `${both(balanceZh.received, balanceEn.received)} ${received}`,
    `${both(balanceZh.sum, balanceEn.sum)} ${tally.sum}`,
    `${both(balanceZh.difference, balanceEn.difference)} ${difference}`,
    `${both(balanceZh.numbersShort, balanceEn.numbersShort)} ${numbers.found}/${numbers.given}`,
  ].join(' · ')

/** Every part, also those in which there is none: what is not printed would have to be believed. A day without calls has none. */
const parts = ({ tally }: Balance): string[] => [
  ...balanceParts.map((part) => `${nameOf(part)} ${tally.totals[part]}`),
  `${both(balanceZh.misplaced, balanceEn.misplaced)} ${tally.misplaced}`,
]

const partsOnALine = 4

function* folded(all: readonly string[]): Generator<string> {
  for (let at = 0; at < all.length; at += partsOnALine) yield all.slice(at, at + partsOnALine).join(' · ')
}

/** The balance of one bureau as the command prints it, in both languages. */
export function balanceLines(name: string, balance: Balance): readonly string[] {
  const { received, faults, faultCount, waitingTooLong } = balance
  const isEmpty = received === 0 && isBalanced(balance)
  const more = faultCount - faults.length
  return [
    `${isBalanced(balance) ? '✓' : '✕'} ${name}`,
    `    ${sides(balance)}`,
    ...(isEmpty ? [] : [...folded(parts(balance))]).map((line) => `    ${line}`),
    ...(waitingTooLong > 0 ? [`    ! ${apart(balanceZh.waiting(waitingTooLong), balanceEn.waiting(waitingTooLong))}`] : []),
    ...faults.map(({ number, kind }) => `    ✕ ${number}  ${apart(balanceZh.faults[kind], balanceEn.faults[kind])}`),
    ...(more > 0 ? [`    ✕ ${apart(balanceZh.moreFaults(more), balanceEn.moreFaults(more))}`] : []),
  ]
}
