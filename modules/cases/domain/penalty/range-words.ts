import type { Bilingual } from '#kernel/bilingual.ts'
import type { MainPenalty, PenaltyOption } from './range.ts'

const tierWords: Readonly<Record<string, string>> = {
  base: '一般情节',
  lighter: '情节较轻',
  graver: '情节较重',
  grave: '情节严重',
  aggravated: '加重情形',
  egregious: '情节恶劣',
  'ringleader of a crowd': '聚众首要分子',
  'deliberate concealment': '故意隐瞒不报',
  'in public place or transport': '进入公共场所或者公共交通工具',
  'device on board': '航空器上使用禁用器具',
  exploit: '胁迫、诱骗、利用他人乞讨',
  'nuisance begging': '滋扰乞讨',
  'after warning': '警告后不改正',
  'after warning or frightening people': '警告后不改正或者恐吓他人',
  'after warning or injury': '警告后不改正或者致人伤害',
  'after dissuasion fails': '劝阻、调解和处理未能制止',
  'organise or lead': '组织、领导',
  'organise or lead, lighter': '组织、领导，情节较轻',
  'coerce or lure': '胁迫、诱骗',
  'coerce or lure, graver': '胁迫、诱骗，情节较重',
  'graver only': '情节较重',
  'crossing the border': '飞越国（边）境',
  'breach of the no-contact order': '违反禁止接触令',
  'breach of the venue or contact ban': '违反场所或者接触禁令',
  'again within a year of closure': '取缔后一年内再犯',
}

/** `情节较重（graver）`: the law's word with the exchange file's. */
export const tierText = (tier: string): Bilingual => ({ zh: tierWords[tier] ? `${tierWords[tier]}（${tier}）` : tier, en: `“${tier}”` })

const bounds = (min: number, max: number, unit: Bilingual): Bilingual =>
  min === 0
    ? { zh: `${max}${unit.zh}以下`, en: `up to ${max} ${unit.en}` }
    : { zh: `${min}至${max}${unit.zh}`, en: `${min} to ${max} ${unit.en}` }

const yuan: Bilingual = { zh: '元', en: 'yuan' }
const days: Bilingual = { zh: '日', en: 'days' }

function mainText(main: MainPenalty): Bilingual {
  if (main.kind === 'warning') return { zh: '警告', en: 'warning' }
  if ('multiple_of_gains' in main) {
    const [least, most] = main.multiple_of_gains
    return { zh: `违法所得${least}至${most}倍罚款`, en: `fine of ${least} to ${most} times the gains` }
  }
  const { zh, en } = bounds(main.min, main.max, main.kind === 'fine' ? yuan : days)
  return main.kind === 'fine' ? { zh: `罚款${zh}`, en: `fine of ${en}` } : { zh: `拘留${zh}`, en: `detention of ${en}` }
}

function optionText({ main, add, add_is }: PenaltyOption): Bilingual {
  const { zh, en } = mainText(main)
  if (!add) return { zh, en }
  const fine = mainText(add)
  return add_is === 'optional'
    ? { zh: `${zh}，可以并处${fine.zh}`, en: `${en}, to which a ${fine.en} may be added` }
    : { zh: `${zh}，并处${fine.zh}`, en: `${en}, with a ${fine.en}` }
}

/** `警告；或者罚款500元以下` */
export function optionsText(options: readonly PenaltyOption[]): Bilingual {
  const texts = options.map(optionText)
  return { zh: texts.map(({ zh }) => zh).join('；或者'), en: texts.map(({ en }) => en).join('; or ') }
}
