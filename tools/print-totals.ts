import { closingLine, totalsOf } from './test-totals.ts'

const [, , report = ''] = process.argv
console.log(closingLine(totalsOf(report)))
