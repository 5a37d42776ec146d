/** Words of the house itself: what is wrong with a field, and what no module says. */
export const zh = {
  fields: {
    required: '请填写。',
    phone: '手机号为 11 位，以 1 开头。',
    callerPhone: '手机号为 11 位，以 1 开头；座机请加区号，以 0 开头。',
    landline: '座机请加区号，以 0 开头，如 0350-5550110。',
    too_small: '内容太短。',
    too_big: '内容太长。',
    invalid_type: '格式不对。',
    invalid_value: '请从列出的选项中选择。',
    invalid_format: '格式不对。',
    datetime: '时间写作 2026-11-24 10:30。',
    other: '请核对此项。',
  } as Record<string, string>,
  refusals: {
    'house.notSignedIn': '请先登录。',
    'house.notAllowed': '您没有这项权限，请联系本单位管理员。本次操作已记录。',
    'house.proofNeeded': '这项操作要先确认是您本人。',
    'house.notFound': '没有找到，可能编号有误，或不在您的查看范围内。',
    'house.invalidInput': '有几项需要核对。',
    'house.sameIdOtherContent': '这条记录已由他人提交，请刷新后查看。',
    'house.tooLarge': '内容太大。',
    'house.notJson': '请求不是有效的 JSON。',
    'house.crossSite': '请求来自其他网站，已拒绝。请从本系统页面操作。',
    'house.futureTime': (facts: Readonly<Record<string, unknown>>) => `不能晚于现在 ${minute(facts['latest'])}。请核对时间。`,
    'house.beforeEarlierFact': (facts: Readonly<Record<string, unknown>>) => `早于上一步 ${minute(facts['earliest'])}。请核对时间。`,
    'house.lateWithoutReason': (facts: Readonly<Record<string, unknown>>) => `补录已过 ${String(facts['minutes'])} 分钟，请写明原因。`,
  },
  fault: '系统出错，内容没有保存。请重试；仍不行，请把编号告诉管理员。',
  unknownRefusal: '未能办理。',
}

const minute = (iso: unknown): string => String(iso).slice(5, 16).replace('T', ' ')
