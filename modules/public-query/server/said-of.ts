import type { Vault } from '#platform/server/vault.ts'
import { disagreementCell } from './disagreement-repository.ts'
import type { Said } from './pages/case-disagreements.ts'
import type { DisagreementRow } from './tables.ts'

/** What the party's page shows of its disagreements: their days and the answers; the party's own words stay sealed. */
export const saidOf = (vault: Vault, rows: readonly DisagreementRow[]): readonly Said[] =>
  rows.map(({ bureau_code: bureauCode, id, answer_sealed: sealed, ...row }) => ({
    position: row.position,
    saidAt: row.said_at,
    answeredAt: row.answered_at,
    answeredAs: row.answered_as,
    answer: sealed && vault.open(sealed, disagreementCell('answer', { bureauCode, id })),
  }))
