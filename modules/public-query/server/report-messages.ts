import { defineTemplate } from '#modules/notifications/index.ts'

/** The code that confirms a report. Like the other it names no matter: whoever typed the phone may not be its owner. */
export const reportCode = defineTemplate<{ code: string; minutes: number }>({
  id: 'public-query.report-code',
  version: 1,
  kind: 'code',
  zh: ({ code, minutes }) => `验证码 ${code}，${minutes} 分钟内有效，用于网上提交。不是您本人操作的，请勿告诉任何人。`,
  en: ({ code, minutes }) => `Code ${code}, valid for ${minutes} minutes, to submit a form. If you did not ask for it, tell it to nobody.`,
})

/** The number under which a report was registered; not sent in sensitive kinds. */
export const reportRegistered = defineTemplate<{ number: string }>({
  id: 'public-query.report-registered',
  version: 1,
  zh: ({ number }) => `您提交的内容已登记，编号 ${number}。民警会打电话与您联系，不会向您要验证码。紧急情况请打 110。`,
  en: ({ number }) =>
    `What you submitted is registered, number ${number}. An officer will call you and ask for no code. In an emergency call 110.`,
})
