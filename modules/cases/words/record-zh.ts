/** Words of what may be changed on the record of a case: cause, investigators, secrecy, time of review. */
export const recordZh = {
  cause: {
    text: '是什么事',
    textHint: '写进案由，例：倒卖演出门票',
    law: '法律',
    lawHint: '不清楚可以不填',
    article: '条款',
    known: '法律依据',
  },
  officers: {
    title: '办案民警',
    receiver: '接报民警',
    holder: '主办',
    second: '协办',
    none: '未指定',
    choose: '请选择',
    noSecond: '暂不指定',
    secretHint: '保密案件只有主办、协办、所队长和局领导能看到；换下的民警不再能看到。',
  },
  acts: {
    cause: '变更案由',
    officers: '指定办案民警',
    disclosure: '变更保密和敏感',
    review: '延长立案审查',
  },
  form: {
    reason: '理由',
    reasonHint: '会留在经过里。',
    missing: '还差',
    save: '确定',
    decidedAt: '决定时间',
    basis: '依据',
    tier: '情形',
    noTier: '请选择情形',
    disclosureHint: '改为保密的，其他人、网上查询和短信立即看不到本案；解除后恢复显示。',
    reviewHint: '期限从受案起算，届满后不能再延长。网上查询会写明已延长。',
  },
  ground: { label: '法定情形', hint: '和下面写明的理由一起印在通知书上。', choose: '请选择' },
  tiers: {
    'leads-to-verify': '线索需要查证，共 7 日',
    'major-complex': '重大、疑难、复杂，共 30 日（局领导批准）',
  },
  findings: {
    'two-investigators-assigned': '未配齐两名办案人',
    'measure-follows-filing': '立案前采取了强制措施，请尽快依法补正',
  },
  next: (acts: readonly string[], level: string, who: string) => `下一步：${acts.join('或')}，由${level}的${who}决定。`,
  became: {
    fromTo: (was: string, became: string) => `${was} → ${became}`,
    officers: (holder: string, second: string) => `主办 ${holder}、协办 ${second}`,
    days: (days: number, day: string) => `共 ${days} 日，至 ${day}`,
  },
}
