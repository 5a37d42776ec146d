/** The file of a list: its name and head, in the order of its columns. */
export const exportZh = {
  fileName: '案件',
  identitySecret: '身份保密',
  /** Between two parties of one cell. */
  and: '；',
  clockStates: { overdue: '已超期', running: '未超期' },
  columns: {
    number: '案件编号',
    kind: '类型',
    stage: '阶段',
    stageSince: '进入本阶段',
    outcome: '处理结果',
    cause: '案由',
    matter: '简要案情',
    parties: '当事人',
    phones: '联系电话',
    unit: '办案单位',
    holder: '主办',
    second: '协办',
    reportedAt: '报案时间',
    openedAt: '受案时间',
    closedAt: '办结时间',
    incidentNumber: '接警单编号',
    dueAt: '最近期限',
    clock: '期限情况',
  },
}
