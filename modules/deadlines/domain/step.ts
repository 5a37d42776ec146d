import { type Day, dayOf, inBeijing } from '#kernel/beijing-time.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Citation } from '#kernel/citation.ts'
import type { Finding } from '#kernel/finding.ts'
import {
  approverWords,
  type ExtensionEvent,
  type PauseReason,
  pauseReasonWords,
  type RestartReason,
  restartReasonWords,
  type Tier,
  tierWords,
} from './clock-event.ts'
import type { DeadlineRule, ExtensionStep } from './deadline-rule.ts'
import type { Step, StepKind } from './due-answer.ts'
import { findingText } from './finding-words.ts'
import { type Length, lengthText, runsOnWallClock, type Unit } from './length.ts'
import type { Pause } from './pause.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const line = (kind: StepKind, { zh, en }: Bilingual, basis: readonly Citation[], at: Date | null = null): Step => ({
  kind,
  text: { zh, en: capital(en) },
  at,
  basis,
})

const minuteOf = (at: Date): string => inBeijing(at).slice(0, 16).replace('T', ' ')
const hourMs = 3_600_000

/** Milliseconds for what runs to the minute, units for the rest. */
function stoppedText(stopped: number, unit: Unit): Bilingual {
  if (!runsOnWallClock(unit)) return lengthText({ count: stopped, unit: unit === 'workday' ? 'workday' : 'day' })
  const [wholeHours, minutes] = [Math.floor(stopped / hourMs), Math.round((stopped % hourMs) / 60_000)]
  return { zh: `${wholeHours}小时${minutes}分`, en: `${wholeHours} h ${minutes} min` }
}

const isWallClockRule = ({ limit }: DeadlineRule): boolean =>
  'unit' in limit ? runsOnWallClock(limit.unit) : 'decided' in limit && runsOnWallClock(limit.decided)

/** What “days” that do not count are, in a period of this unit. */
const ownDays: Record<Unit, Unit> = { hour: 'full-day', 'full-day': 'full-day', day: 'day', workday: 'workday', month: 'day', year: 'day' }

/** The lines an explanation is made of, each in both languages and with its article. */
export const steps = {
  edition: ({ inForce, basis }: DeadlineRule) => {
    const { from, to } = inForce
    const zh = [from && `自 ${from} 起施行`, to && `施行至 ${to}`].filter(Boolean).join('，')
    const en = ['in force', from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(' ')
    return line('edition', { zh: `适用版本：${zh}。`, en: `Edition: ${en}.` }, basis)
  },

  start: (rule: DeadlineRule, at: Date) =>
    isWallClockRule(rule)
      ? line(
          'start',
          {
            zh: `${rule.startsWith.zh}：${minuteOf(at)}，自此时起算。`,
            en: `${rule.startsWith.en}: ${minuteOf(at)}; counted from that minute.`,
          },
          rule.counting,
          at,
        )
      : line(
          'start',
          {
            zh: `${rule.startsWith.zh}：${minuteOf(at)}，当日不计，自次日起算。`,
            en: `${rule.startsWith.en}: ${minuteOf(at)}; that day is not counted.`,
          },
          rule.counting,
          at,
        ),

  limit: (rule: DeadlineRule, limit: Length) =>
    line('limit', { zh: `法定期限：${lengthText(limit).zh}。`, en: `Period: ${lengthText(limit).en}.` }, rule.basis),

  followed: ({ length, when, basis }: NonNullable<DeadlineRule['followedBy']>) =>
    line('limit', { zh: `其后${when.zh}：${lengthText(length).zh}。`, en: `Then ${when.en}: ${lengthText(length).en}.` }, basis),

  tier: (rule: DeadlineRule, tier: Tier, limit: Length) =>
    line(
      'tier',
      { zh: `${tierWords[tier].zh}：期限为${lengthText(limit).zh}。`, en: `${tierWords[tier].en}: the period is ${lengthText(limit).en}.` },
      rule.basis,
    ),

  restarted: (rule: DeadlineRule, reason: RestartReason, at: Date) =>
    line(
      'restarted',
      {
        zh: `${restartReasonWords[reason].zh}（${minuteOf(at)}）：期限重新计算，此前的延长和停止不再适用。`,
        en: `${restartReasonWords[reason].en} (${minuteOf(at)}): the full period begins anew; earlier extensions and stops lapse.`,
      },
      rule.restartedBy?.[reason] ?? rule.basis,
      at,
    ),

  noRestart: (rule: DeadlineRule, reason: RestartReason) =>
    line(
      'no-effect',
      { zh: `${restartReasonWords[reason].zh}：不影响该期限。`, en: `${restartReasonWords[reason].en}: no effect on this period.` },
      rule.basis,
    ),

  noTier: (rule: DeadlineRule, tier: Tier) =>
    line(
      'no-effect',
      { zh: `${tierWords[tier].zh}：该期限不作区分。`, en: `${tierWords[tier].en}: makes no difference to this period.` },
      rule.basis,
    ),

  noPause: (rule: DeadlineRule, reason: PauseReason) =>
    line(
      'no-effect',
      { zh: `${pauseReasonWords[reason].zh}：计入该期限。`, en: `${pauseReasonWords[reason].en}: counts as part of this period.` },
      rule.basis,
    ),

  extended: (rule: DeadlineRule, event: ExtensionEvent, step: ExtensionStep) => {
    const who = event.approver ?? step.approvers[0]
    const by = who ? approverWords[who] : { zh: '有权机关', en: 'the office that may' }
    const text =
      event.kind === 'extended'
        ? {
            zh: `经${by.zh}批准，延长${lengthText(event.adds).zh}。`,
            en: `Extended by ${lengthText(event.adds).en}, approved by: ${by.en}.`,
          }
        : {
            zh: `经${by.zh}批准，延长至共${lengthText(event.total).zh}。`,
            en: `Extended to ${lengthText(event.total).en} in all, approved by: ${by.en}.`,
          }
    return line('extended', text, step.basis ?? rule.basis, event.at ?? null)
  },

  paused: (_rule: DeadlineRule, pause: Pause, { stopped, unit }: { readonly stopped: number; readonly unit: Unit }) => {
    const words = pauseReasonWords[pause.reason]
    const until = pause.to ? minuteOf(pause.to) : '…'
    const length = stoppedText(stopped, unit)
    return line(
      'paused',
      {
        zh: `${words.zh}（${minuteOf(pause.from)} 至 ${until}）：${length.zh}不计入。`,
        en: `${words.en} (${minuteOf(pause.from)} to ${until}): ${length.en} not counted.`,
      },
      pause.basis,
      pause.to,
    )
  },

  pausedFor: (rule: DeadlineRule, { count, unit }: Length) => {
    const length = lengthText({ count, unit: ownDays[unit] })
    return line('paused', { zh: `另有${length.zh}不计入。`, en: `A further ${length.en} not counted.` }, rule.counting)
  },

  counted: (rule: DeadlineRule, at: Date) =>
    line('counted', { zh: `计算届满日：${dayOf(at)}。`, en: `Counted last day: ${dayOf(at)}.` }, rule.counting, at),

  monthEnd: (rule: DeadlineRule, other: Date) =>
    line(
      'month-end',
      rule.restrictsLiberty
        ? {
            zh: `另一种月末算法为 ${dayOf(other)}；羁押期限取较早者。`,
            en: `The other reading of a month's end gives ${dayOf(other)}; custody takes the earlier.`,
          }
        : {
            zh: `月末起算，届满于当月最后一日；按对应日计算为 ${dayOf(other)}。`,
            en: `A start on a month's last day ends on a month's last day; the same-numbered day would be ${dayOf(other)}.`,
          },
      [{ law: 'spc-interpretation', article: '202' }],
      other,
    ),

  rolled: (rule: DeadlineRule, from: Date, to: Date) =>
    line(
      'rolled',
      {
        zh: `${dayOf(from)} 是节假日，顺延至其后第一个工作日 ${dayOf(to)}。`,
        en: `${dayOf(from)} is a rest day: moved to the next working day, ${dayOf(to)}.`,
      },
      rule.counting,
      to,
    ),

  notRolled: (rule: DeadlineRule, at: Date) =>
    line(
      'not-rolled',
      { zh: `${dayOf(at)} 是节假日，该期限不因节假日延长。`, en: `${dayOf(at)} is a rest day; this period is not moved by rest days.` },
      rule.counting,
      at,
    ),

  countedBack: (rule: DeadlineRule, target: Date, limit: Length) =>
    line(
      'counted',
      {
        zh: `自 ${dayOf(target)} 向前倒算${lengthText(limit).zh}，该日不计。`,
        en: `Counted back ${lengthText(limit).en} from ${dayOf(target)}, which is not counted.`,
      },
      rule.basis,
      target,
    ),

  practical: (rule: DeadlineRule, at: Date) =>
    line(
      'practical',
      { zh: `当日是节假日，实际应当不迟于 ${dayOf(at)} 办理。`, en: `That is a rest day: act on ${dayOf(at)} at the latest.` },
      rule.counting,
      at,
    ),

  standingStill: (rule: DeadlineRule) =>
    line(
      'standing-still',
      { zh: '期限现在停止计算，恢复后再定届满日。', en: 'The clock stands still; the end is fixed when it runs again.' },
      rule.counting,
    ),

  provisional: (rule: DeadlineRule, knownUntil: Day) =>
    line(
      'provisional',
      {
        zh: `${knownUntil} 之后的放假安排尚未公布，日期暂定。`,
        en: `Holidays after ${knownUntil} are not yet announced: the date is provisional.`,
      },
      rule.counting,
    ),

  due: (rule: DeadlineRule, at: Date) =>
    line('due', { zh: `最后期限：${endText(at)}。`, en: `Last lawful moment: ${endText(at)}.` }, rule.basis, at),

  refused: (finding: Finding) => line('refused', findingText(finding.rule), finding.basis),
}

/** A day that ends at 24:00 is written so. */
const endText = (at: Date): string => (inBeijing(at).slice(11, 19) === '23:59:59' ? `${dayOf(at)} 24:00` : minuteOf(at))
