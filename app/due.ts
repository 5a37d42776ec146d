import { readFileSync } from 'node:fs'
import { answerCases, CaseFault } from '#modules/deadlines/index.ts'

const usage = '用法：npm run -s due -- 案例.json（- 读标准输入） · Usage: npm run -s due -- CASES.json (- reads standard input)\n'

/** Reads worked cases and prints their ends as JSON, and nothing else. Opens no database. 2: the file cannot be read or understood. */
function start([file, ...rest]: readonly string[]): number {
  if (file === undefined || rest.length > 0) {
    process.stderr.write(usage)
    return 2
  }
  try {
    const answers = answerCases(readFileSync(file === '-' ? 0 : file, 'utf8'))
    process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`)
    return 0
  } catch (fault) {
    const isOfFile = fault instanceof CaseFault || (fault instanceof Error && 'code' in fault)
    if (!isOfFile) throw fault
    process.stderr.write(`${fault.message}\n`)
    return 2
  }
}

process.exitCode = start(process.argv.slice(2))
