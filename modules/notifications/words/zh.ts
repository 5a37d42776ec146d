import type { MessageState, StuckReason } from '../domain/message-state.ts'

export const zh = {
  refusals: {
    'notifications.phoneNotValid': '手机号为 11 位，以 1 开头。',
    'notifications.messageNotFound': '没有找到这条消息，或它不是发给您的。',
    'notifications.messageNotStuck': (facts: Readonly<Record<string, unknown>>) =>
      `这条消息${stateNames[facts['state'] as MessageState]}，不能重发。需要时请从原业务重新发送。`,
  },
  states: {
    queued: '等待发送',
    sent: '已交网关',
    delivered: '已送达',
    failed: '发送失败',
    dropped: '已撤回',
    expired: '已过时效',
  } satisfies Record<MessageState, string>,
  reasons: {
    'no-channel': '没有可用的短信通道。接入通道后自动发送。',
    'demo-only': '演示环境不向真实通道发送。',
    'channel-fault': '通道程序出错，详见运行日志。',
    'no-answer': '多次尝试没有结果。',
  } satisfies Record<StuckReason, string>,
  inbox: {
    title: '消息',
    all: '全部',
    unread: '未读',
    read: '已读',
    when: '时间',
    state: '状态',
    text: '内容',
    openSubject: '前往办理',
    empty: '没有消息',
    emptyWhy: '派警、立案、期限提醒会出现在这里。',
  },
  stuck: {
    title: '未能发出的短信',
    menu: '滞留短信',
    explain: '只显示发送情况，不显示收信人和内容。',
    empty: '没有滞留的短信',
    template: '模板',
    state: '状态',
    attempts: '次数',
    reason: '原因',
    until: '有效至',
    tryAgain: '重新发送',
    queuedAgain: '已重新排队，稍后发送。',
  },
  phones: {
    demo: '演示',
    title: '演示手机',
    lead: '这里模拟本系统发出的短信：没有一条真的发出。',
    newest: '最近收到短信的手机',
    none: '还没有短信。受理一起案件后，报案人的短信会出现在这里。',
    number: '手机号',
    open: '打开这部手机',
    notPhone: '手机号为 11 位，以 1 开头。',
    back: '全部手机',
    empty: '这部手机还没有收到短信。',
    messages: '短信，最新的在上面',
    other: 'English',
    live: '每 3 秒更新',
  },
}

const stateNames: Record<MessageState, string> = zh.states
