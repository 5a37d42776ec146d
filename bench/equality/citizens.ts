import type { FastifyInstance } from 'fastify'
import { codeHash } from '#modules/public-query/server/hashes.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { OpenDatabase } from '#platform/server/database.ts'
import type { Receipt } from '../query/receipts.ts'

export interface Typed {
  readonly number: string
  readonly phone: string
  readonly code: string
}

/** A kind of try: what each of its citizens types, and from where. */
export interface Kind {
  readonly name: string
  readonly url: '/q' | '/q/confirm'
  readonly typed: readonly Typed[]
}

const wrongDigits = '4444333322221111'
const [sent, wrongSent] = ['271828', '314159']

const typedOn = ({ form }: Receipt): Typed => {
  const fields = new URLSearchParams(form)
  return { number: fields.get('number') ?? '', phone: fields.get('phone') ?? '', code: fields.get('code') ?? '' }
}

/** Numbers that no case has, in bureaus that are there. */
const unknown = (typed: Typed, index: number): Typed => ({
  ...typed,
  number: `${typed.number.slice(0, 13)}199001${String(index).padStart(4, '0')}`,
})
const wrongPhone = (typed: Typed, index: number): Typed => ({ ...typed, phone: `1990000${String(index).padStart(4, '0')}` })

interface Prepared {
  readonly database: OpenDatabase
  readonly vault: Vault
  readonly receipts: readonly Receipt[]
  /** Citizens of each kind. */
  readonly size: number
}

/** Every kind of try at both steps, each with citizens of its own; changes their receipts so that there is just that one thing wrong. */
export async function prepareKinds({ database, vault, receipts, size }: Prepared): Promise<readonly (readonly Kind[])[]> {
  const groups = Array.from({ length: 10 }, (_, at) => receipts.slice(at * size, (at + 1) * size))
  const group = (at: number): readonly Receipt[] => groups[at] ?? []
  const typed = (at: number): readonly Typed[] => group(at).map(typedOn)
  const set = (at: number, change: string) =>
    database.pool.query(`update public_query.receipt set ${change} where id = any($1::uuid[])`, [group(at).map(({ id }) => id)])
  await set(1, 'is_hidden = true')
  await set(2, `closed_at = clock_timestamp() - interval '400 days'`)
  const send = (at: number, fault: Partial<SentCode>) => Promise.all(group(at).map((receipt) => keepCode(database, vault, receipt, fault)))
  // why: below zero, or the fifth wrong try would make it one that was tried too often.
  await Promise.all([send(5, { tries: -30_000 }), send(6, { isOver: true }), send(7, { isUsed: true }), send(8, { tries: 5 })])
  const plain = typed(0).map((one) => ({ ...one, code: '' }))
  const step = (name: string, all: readonly Typed[]): Kind => ({ name, url: '/q', typed: all.map((one) => ({ ...one, code: '' })) })
  const proof = (name: string, all: readonly Typed[], code?: string): Kind => ({
    name,
    url: '/q/confirm',
    typed: code === undefined ? all : all.map((one) => ({ ...one, code })),
  })
  return [
    [
      step('step one: a hit', plain),
      step('unknown number', typed(3).map(unknown)),
      step('wrong phone', typed(4).map(wrongPhone)),
      step('secret', typed(1)),
      step('no longer shown', typed(2)),
    ],
    [
      proof('receipt code: wrong', typed(0), wrongDigits),
      proof('unknown number', typed(3).map(unknown)),
      proof('wrong phone', typed(4).map(wrongPhone)),
      proof('secret', typed(1)),
      proof('no longer shown', typed(2)),
    ],
    [
      proof('sent code: wrong', typed(5), wrongSent),
      proof('never sent', typed(9), sent),
      proof('over', typed(6), sent),
      proof('used', typed(7), sent),
      proof('tried too often', typed(8), sent),
    ],
  ]
}

interface SentCode {
  readonly isOver: boolean
  readonly isUsed: boolean
  readonly tries: number
}

async function keepCode(
  database: OpenDatabase,
  vault: Vault,
  receipt: Receipt,
  { isOver = false, isUsed = false, tries = 0 }: Partial<SentCode>,
): Promise<void> {
  const { phone } = typedOn(receipt)
  await database.pool.query(
    `insert into public_query.code (bureau_code, receipt_id, party_id, id, code_hash, made_at, expires_at, tries, used_at)
     select bureau_code, id, party_id, gen_random_uuid(), $2, clock_timestamp(), clock_timestamp() + $3::interval, $4, case when $5 then clock_timestamp() end
     from public_query.receipt where id = $1`,
    [receipt.id, codeHash(vault, receipt.id, phone, sent), isOver ? '-1 minute' : '1 day', tries, isUsed],
  )
}

/** Milliseconds that the server took for one try, and the status of its answer. */
export async function tryOnce(
  http: FastifyInstance,
  { url, typed }: Kind,
  index: number,
  address: string,
): Promise<{ ms: number; status: number }> {
  const payload = new URLSearchParams({
    lang: 'zh',
    size: 'normal',
    step: url === '/q' ? 'ask' : 'code',
    ...typed[index % typed.length],
  }).toString()
  const began = performance.now()
  const { statusCode } = await http.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    remoteAddress: address,
  })
  return { ms: performance.now() - began, status: statusCode }
}
