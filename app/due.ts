import { answerCases, CaseFault } from '#modules/deadlines/index.ts'
import { answerFile } from './answer-file.ts'

const usage = '用法：npm run -s due -- 案例.json（- 读标准输入） · Usage: npm run -s due -- CASES.json (- reads standard input)\n'

// The ends of worked cases. Opens no database.
process.exitCode = answerFile(process.argv.slice(2), usage, answerCases, (fault) => fault instanceof CaseFault)
