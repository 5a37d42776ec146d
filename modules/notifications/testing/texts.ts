import { defineTemplate } from '../domain/template.ts'

/** Messages that only tests send. */
export const codeText = defineTemplate({
  id: 'tests.code',
  version: 1,
  kind: 'code',
  zh: ({ unit, code }: { unit: string; code: string }) => `${unit}：验证码 ${code}，查询 http://127.0.0.1:3000/q。`,
  en: ({ unit, code }: { unit: string; code: string }) => `${unit}: code ${code}, follow it at http://127.0.0.1:3000/q.`,
})

export const progressText = defineTemplate({
  id: 'tests.progress',
  version: 2,
  zh: ({ number }: { number: string }) => `您关注的事项 ${number} 有新进展。`,
  en: ({ number }: { number: string }) => `There is news about ${number}.`,
})
