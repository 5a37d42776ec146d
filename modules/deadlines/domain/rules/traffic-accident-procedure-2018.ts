import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { days } from '../length.ts'

// 道路交通事故处理程序规定。
const common = { inForce: { from: day('2018-05-01'), to: null }, standing: 'confirmed', counting: administrativeCounting } as const

export const trafficAppraisalCommission = defineRule({
  ...common,
  id: 'traffic_appraisal_commission',
  title: { zh: '委托检验、鉴定', en: 'Commissioning an inspection or appraisal' },
  startsWith: { zh: '现场调查结束', en: 'End of the scene work' },
  limit: days(3),
  extensions: [
    {
      most: 'as-decided',
      approvers: ['next-higher-bureau'],
      when: { zh: '经上一级交通管理部门批准', en: 'approved by the next higher traffic police' },
    },
  ],
  rollsOver: 'always',
  basis: cite('traffic-accident-2018', '49'),
})

export const trafficAppraisalCommission2 = defineRule({
  ...common,
  id: 'traffic_appraisal_commission.2',
  title: { zh: '完成检验、鉴定', en: 'Finishing the appraisal' },
  startsWith: { zh: '委托', en: 'Commission' },
  limit: days(30),
  rollsOver: 'always',
  basis: cite('traffic-accident-2018', '51'),
})

export const trafficDetermination = defineRule({
  ...common,
  id: 'traffic_determination',
  title: { zh: '作出事故认定书', en: 'Accident determination' },
  startsWith: { zh: '现场调查', en: 'Scene investigation' },
  limit: days(10),
  rollsOver: 'always',
  basis: cite('traffic-accident-2018', '62'),
})

export const trafficDetermination2 = defineRule({
  ...common,
  id: 'traffic_determination.2',
  title: { zh: '鉴定后作出事故认定书', en: 'Accident determination after an appraisal' },
  startsWith: { zh: '鉴定意见确定', en: 'Appraisal confirmed' },
  limit: days(5),
  rollsOver: 'always',
  basis: cite('traffic-accident-2018', '62'),
})

export const trafficDeterminationService = defineRule({
  ...common,
  id: 'traffic_determination_service',
  title: { zh: '送达事故认定书', en: 'Serving the determination' },
  startsWith: { zh: '制作', en: 'Making' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('traffic-accident-2018', '65'),
})

export const trafficDeterminationService2 = defineRule({
  ...common,
  id: 'traffic_determination_service.2',
  title: { zh: '申请复核事故认定', en: 'Asking for review of the determination' },
  startsWith: { zh: '送达', en: 'Service' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('traffic-accident-2018', '71'),
})

export const trafficDeterminationService3 = defineRule({
  ...common,
  id: 'traffic_determination_service.3',
  title: { zh: '复核事故认定', en: 'Reviewing the determination' },
  startsWith: { zh: '受理', en: 'Acceptance' },
  limit: days(30),
  rollsOver: 'always',
  basis: cite('traffic-accident-2018', '74'),
})
