import { administrativeCounting, defineRule } from '../deadline-rule.ts'
import { hours } from '../length.ts'

const inForce = { from: null, to: null }

/** 属于公安机关职责但不属于本单位管辖的，移送并告知报案人。 */
export const reportTransfer = defineRule({
  id: 'report_transfer',
  title: { zh: '移送有管辖权的单位', en: 'Transfer to the unit that has jurisdiction' },
  startsWith: { zh: '受理或者发现不属于本单位管辖', en: 'Acceptance, or finding that it belongs elsewhere' },
  inForce,
  standing: 'confirmed',
  limit: hours(24),
  rollsOver: 'never',
  basis: [
    { law: 'proc-admin', article: '61(2)' },
    { law: 'proc-admin', article: '62' },
    { law: 'proc-crim', article: '175' },
    { law: 'reporting-filing-rules-2023', article: '8(2)' },
  ],
  counting: administrativeCounting,
})

export const notPoliceMatterNotice = defineRule({
  id: 'not_police_matter_notice',
  title: { zh: '告知向其他主管机关报案', en: 'Telling the reporter to go to another authority' },
  startsWith: { zh: '报案', en: 'Report' },
  inForce,
  standing: 'confirmed',
  limit: {
    words: {
      zh: '当场口头告知；有异议或者当场不能判断的，书面告知',
      en: 'at once, orally; in writing if disputed or not decidable on the spot',
    },
  },
  rollsOver: 'never',
  basis: [
    { law: 'proc-admin', article: '61(3)' },
    { law: 'proc-crim', article: '175' },
  ],
  counting: administrativeCounting,
})

/** 送达期间：长度来自基础规定，路途时间不计入。 */
export const servicePeriod = defineRule({
  id: 'service_period',
  title: { zh: '文书送达期间', en: 'Service of a paper' },
  startsWith: { zh: '寄出', en: 'Sending' },
  inForce,
  standing: 'confirmed',
  limit: { decided: 'day' },
  rollsOver: 'always',
  basis: [
    { law: 'proc-admin', article: '35' },
    { law: 'cpl', article: '105' },
  ],
  counting: administrativeCounting,
})
