import path from 'node:path'
import { inBeijing } from '#kernel/beijing-time.ts'
import { renderPaper } from '#platform/server/paper/render-paper.ts'
import { fingerprintOf } from '#platform/server/signer.ts'
import { readSheet } from '../../domain/head-sheet.ts'
import type { HeadSheetRow } from '../tables.ts'
import type { SignedSheet } from './signed-sheet.ts'

interface Printed {
  readonly sheet: SignedSheet
  readonly row: Pick<HeadSheetRow, 'number' | 'kind' | 'taken_at' | 'bureau_code'>
  readonly bureauName: string
  readonly isDemo: boolean
}

const algorithms = { ed25519: 'Ed25519', 'sm2-sm3': 'SM2（SM3 摘要）' } as const
const groups = (text: string, size: number) => (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(' ')

/** The sheet as PDF/A-2u: everything that is needed to compare it by hand, or to type it in again. The same sheet gives the same bytes. */
export const renderHeadSheet = ({ sheet, row, bureauName, isDemo }: Printed): Promise<Uint8Array> =>
  renderPaper({
    template: path.join(import.meta.dirname, 'head-sheet.typ'),
    issuedAt: row.taken_at,
    facts: {
      isDemo,
      bureauName,
      paperNumber: `${row.bureau_code} 第 ${row.number} 号`,
      kind: row.kind === 'day' ? '每日' : '每时',
      takenAt: `${inBeijing(row.taken_at).slice(0, 19).replace('T', ' ')}（北京时间）`,
      previous: groups(readSheet(sheet.text)?.previous ?? '无，这是第一份', 8),
      heads: (readSheet(sheet.text)?.heads ?? []).map(({ chain, seq, hash }) => ({
        chain: String(chain),
        seq: String(seq),
        hash: groups(hash, 8),
      })),
      algorithm: algorithms[sheet.key.algorithm],
      key: fingerprintOf(sheet.key.spki),
      signature: groups(sheet.signature.toString('base64'), 16),
    },
  })
