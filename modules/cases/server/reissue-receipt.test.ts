import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bureau, createBureau, openCrime } from '../testing/bureau-of-cases.ts'
import { atCounter, firstParty, paperOf, seenBy } from '../testing/party-acts.ts'
import { caseProgress } from './progress.ts'
import { reissueReceipt } from './reissue-receipt.ts'
import { setIdentitySecrecy } from './set-identity-secrecy.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

describe('issuing a lost receipt again', () => {
  it('makes the same paper under its old number, marked, with a new code; the lost one is void and stays readable', async () => {
    const { world, officer } = bureau
    const { id } = await openCrime(bureau)
    const { partyId, receiptId } = await firstParty(bureau, id)
    const lost = await paperOf(bureau, id, receiptId)
    world.advance({ hours: 30 })
    const again = await world.perform(reissueReceipt, officer, atCounter(id, partyId))
    const paper = await paperOf(bureau, id, again.receiptId)
    expect(paper).toMatchObject({
      paperNumber: lost.paperNumber,
      issuedAt: lost.issuedAt,
      reissue: { number: 1, reissuedAt: world.clock.now },
    })
    expect(paper.query.code).not.toBe(lost.query.code)
    expect(await paperOf(bureau, id, receiptId)).toEqual({ ...lost, voidedAt: world.clock.now })
    const seen = await seenBy(bureau, id)
    expect(seen.papers.map((one) => [one.id, one.isVoid, one.reissueNumber])).toEqual([
      [receiptId, true, 0],
      [again.receiptId, false, 1],
    ])
    expect(seen.partyChanges).toMatchObject([{ kind: 'receipt-reissued', reason: '回执遗失', identityCheck: 'id-card' }])
  })

  it('leaves the citizens’ side the new receipt alone', async () => {
    const { world, officer } = bureau
    const { id } = await openCrime(bureau)
    const { partyId } = await firstParty(bureau, id)
    await world.perform(reissueReceipt, officer, atCounter(id, partyId))
    const { receiptId } = await world.perform(reissueReceipt, officer, atCounter(id, partyId))
    expect((await caseProgress(world.open, world.bureau, id))?.receipts.map((receipt) => receipt.id)).toEqual([receiptId])
    expect(await paperOf(bureau, id, receiptId)).toMatchObject({ reissue: { number: 2 } })
  })

  it('names nobody on the new paper once the person asked for secrecy', async () => {
    const { world, officer } = bureau
    const { id } = await openCrime(bureau)
    const { partyId } = await firstParty(bureau, id)
    await world.perform(setIdentitySecrecy, officer, { ...atCounter(id, partyId), isSecret: true })
    const { receiptId } = await world.perform(reissueReceipt, officer, atCounter(id, partyId))
    expect(await paperOf(bureau, id, receiptId)).toMatchObject({ isIdentitySecret: true })
  })

  it('answers a click that came twice like the first, and is nothing for another unit', async () => {
    const { world, officer, stranger } = bureau
    const { id } = await openCrime(bureau)
    const { partyId } = await firstParty(bureau, id)
    const asked = atCounter(id, partyId)
    const first = await world.perform(reissueReceipt, officer, asked)
    expect(await world.perform(reissueReceipt, officer, asked)).toEqual(first)
    expect((await seenBy(bureau, id)).papers).toHaveLength(2)
    await expect(world.perform(reissueReceipt, stranger, asked)).rejects.toMatchObject({ code: 'cases.caseNotFound' })
  })
})
