import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { hours } from '../length.ts'

// 人民警察法：继续盘问。
const common = { inForce: { from: day('2004-10-01'), to: null }, standing: 'confirmed', counting: administrativeCounting } as const

/** 十二、二十四、四十八小时逐级批准；孕妇、未满十六周岁、七十周岁以上的，四小时，不得延长。 */
export const stopAndQuestion = defineRule({
  ...common,
  id: 'stop_and_question',
  title: { zh: '继续盘问', en: 'Continued questioning' },
  startsWith: { zh: '带至公安机关', en: 'Brought to the station' },
  limit: hours(12),
  tiers: { 'vulnerable-person': { limit: hours(4), closed: true } },
  extensions: [
    { most: { total: hours(24) }, approvers: ['county-duty-leader'] },
    {
      most: { total: hours(48) },
      approvers: ['county-leader-in-charge'],
      when: { zh: '不讲真实姓名、住址、身份', en: 'true identity refused' },
      follows: true,
    },
  ],
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('police-law', '9'), ...cite('continued-questioning-2004', '10', '11', '17'), ...cite('proc-admin', '57')],
})
