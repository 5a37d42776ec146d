import type { DelegationState } from '../domain/delegation.ts'

/** Words of handing a role to somebody for a time. */
export const delegationsZh = {
  title: '委托',
  why: '出差、休假时，把自己的角色交给同事代行，最多 30 天。自己的角色不变；代行的每一步在办理痕迹里都注明代谁。管理员、督察的角色不能委托。',
  none: '没有委托。',
  add: '委托角色',
  role: '角色',
  choose: '请选择',
  to: '代行人警号',
  toHint: '本局在职民警。',
  from: '从哪天',
  until: '到哪天（含当天）',
  reason: '原因',
  save: '委托',
  given: (role: string, unit: string, name: string) => `${role}（${unit}）交 ${name} 代行`,
  held: (role: string, unit: string, name: string) => `代 ${name} 行使 ${role}（${unit}）`,
  states: { coming: '未开始', running: '进行中', over: '已到期', ended: '已提前结束' } satisfies Record<DelegationState, string> as Record<
    DelegationState,
    string
  >,
  end: '提前结束',
  endNamed: (what: string) => `提前结束：${what}`,
}
