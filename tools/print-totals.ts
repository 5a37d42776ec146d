import { closingLine, failuresOf, totalsOf } from './test-totals.ts'

const [, , report = '', wanted = 'totals'] = process.argv
if (wanted === 'failures') for (const failure of failuresOf(report)) console.log(`✗ ${failure}`)
else console.log(closingLine(totalsOf(report)))
