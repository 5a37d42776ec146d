import type { Saying } from '../milestone.ts'

/** 12389 takes complaints about police officers; the article is the right, the number its door. */
export const complain: Saying = {
  text: {
    zh: '认为民警有违法违纪行为的，拨打 12389 举报投诉。',
    en: 'If you think an officer broke the law or the discipline of the service, complain by calling 12389.',
  },
  basis: [{ law: 'police-law', article: '46' }],
}

/** 立案监督：被害人认为应当立案而不立案的，可以向人民检察院提出。 */
export const askProcuratorate: Saying = {
  for: ['complainant', 'victim'],
  text: {
    zh: '认为应当立案而没有立案的，可以向同级人民检察院提出；检察院认为需要的，会要求公安机关说明理由。',
    en: 'If you think it should be filed and it is not, you may turn to the procuratorate of the same level; it can demand the reasons from the police.',
  },
  basis: [{ law: 'cpl', article: '113' }],
}

/** 决定书送达被侵害人：处罚和不予处罚都送。 */
export const servedOnVictim: Saying = {
  for: ['victim'],
  text: {
    zh: '处罚或者不予处罚的决定书，应当在 2 日内送达被侵害人。',
    en: 'A decision to punish or not to punish is served on the victim within 2 days.',
  },
  basis: [
    { law: 'psapl-2025', article: '116' },
    { law: 'proc-admin', article: '172' },
  ],
}

/** 办理结果的告知。 */
export const resultFromUnit: Saying = {
  for: ['reporter', 'complainant'],
  text: { zh: '办理结果由承办单位告知您，没有后续步骤。', en: 'The handling unit tells you the result; no further step follows.' },
  basis: [{ law: 'reporting-filing-rules-2023', article: '15' }],
}
