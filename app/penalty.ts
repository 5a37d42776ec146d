import { answerPenalties, PenaltyCaseFault } from '#modules/cases/index.ts'
import { answerFile } from './answer-file.ts'

const usage = '用法：npm run -s penalty -- 案件.json（- 读标准输入） · Usage: npm run -s penalty -- CASES.json (- reads standard input)\n'

// The statutory range of public-order cases. Opens no database.
process.exitCode = answerFile(process.argv.slice(2), usage, answerPenalties, (fault) => fault instanceof PenaltyCaseFault)
