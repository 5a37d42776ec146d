import { benchDeadlines } from './deadlines.ts'
import { benchEquality } from './equality.ts'
import { benchIntake } from './intake.ts'
import { benchLists } from './lists.ts'
import { benchMemory } from './memory.ts'
import { benchPdf } from './pdf.ts'
import { benchQuery } from './query.ts'
import { benchQuestions } from './questions.ts'

/** Each measures the product against a bare peer in the same run; the ratio counts, not the absolute figure. */
const benches: Readonly<Record<string, { readonly about: string; run(signal: AbortSignal, words: readonly string[]): Promise<void> }>> = {
  query: { about: '凭回执查询码完成一次查询 · a complete progress query by the code of the receipt', run: benchQuery },
  intake: { about: '登记警情 · taking calls, each durable with its trail and events', run: benchIntake },
  pdf: { about: '回执成 PDF · the receipt as PDF, and its memory over 5,000', run: benchPdf },
  lists: { about: '警情和案件列表 · lists of incidents and cases at the size of the province', run: benchLists },
  deadlines: { about: '期限的计算和工作日 · ends of periods and working days, in memory', run: benchDeadlines },
  memory: { about: '混合负载下的内存 · memory of the server under mixed load; --minutes 10', run: benchMemory },
  equality: {
    about: '公众答复的用时是否泄露 · whether the times of public answers tell what they do not; --tries 5000',
    run: benchEquality,
  },
  questions: { about: '所有列表的用时和查询计划 · every list, how long it takes, and the plans of the slow ones', run: benchQuestions },
}

async function start([name, ...words]: readonly string[]): Promise<number> {
  const bench = name === undefined ? undefined : benches[name]
  if (!bench) {
    if (name !== undefined) process.stderr.write(`没有这个测试：${name} · no such bench: ${name}\n`)
    for (const [known, { about }] of Object.entries(benches)) process.stdout.write(`npm run bench -- ${known.padEnd(9)} ${about}\n`)
    return name === undefined ? 0 : 1
  }
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort())
  await bench.run(stopping.signal, words).catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error
  })
  return stopping.signal.aborted ? 130 : 0
}

process.exitCode = await start(process.argv.slice(2))
