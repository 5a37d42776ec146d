import { addDays, dayOf } from '#kernel/beijing-time.ts'
import type { AcceptanceReceiptFacts } from '#modules/cases/server/papers/receipt-facts.ts'
import { inventName } from '../../data/county/people.ts'
import { randomOf } from '../../data/county/random.ts'
import { tell } from '../../data/county/vocabulary.ts'

const firstIssued = new Date('2026-11-02T08:30:00+08:00')

/** Receipts that differ from each other as those of a county do: people, matters, numbers, times, codes. */
export function inventReceipts(count: number): readonly AcceptanceReceiptFacts[] {
  const random = randomOf('bench/receipts')
  const digits = (length: number) => Array.from({ length }, () => String(random.int(0, 9))).join('')
  return Array.from({ length: count }, (_, serial) => {
    const issuedAt = new Date(firstIssued.getTime() + serial * 600_000)
    const caseNumber = `A1411995501002026${digits(2)}${String(serial).padStart(4, '0')}`
    const code = digits(16)
    return {
      form: 'acceptance-receipt',
      caseNumber,
      paperNumber: `汾公（城关）受案字〔2026〕${serial}号`,
      bureauName: '汾川县公安局',
      unitName: '城关派出所',
      reporterName: inventName(random),
      reportedAt: new Date(issuedAt.getTime() - 1_800_000),
      reportWay: '来所报案',
      matter: tell(random)('{since}停放的{bike}{part}被盗，价值{price}（晋安小区{number}号楼下）。'),
      officers: [{ name: inventName(random), policeNumber: `14${digits(4)}`, phone: '19900000026' }],
      issuedAt,
      signature: 'to-sign',
      isDemo: false,
      evidence: '购车发票1张。',
      latest: { day: addDays(dayOf(issuedAt), 3), basis: '《公安机关办理刑事案件程序规定》' },
      query: {
        url: 'https://cx.fenchuan.example/q',
        code,
        qrText: `https://cx.fenchuan.example/q#v1.${caseNumber}.${code}`,
      },
    }
  })
}
