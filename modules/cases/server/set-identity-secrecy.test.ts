import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bureau, createBureau, openCrime } from '../testing/bureau-of-cases.ts'
import { atCounter, firstParty, paperOf, seenBy } from '../testing/party-acts.ts'
import { addParty } from './add-party.ts'
import { changePartyPhone } from './change-party-phone.ts'
import { setIdentitySecrecy } from './set-identity-secrecy.ts'
import { unmaskParty } from './unmask-party.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

/** A case whose reporter asked, by word alone, that nobody learns who it is. */
async function secretReporter() {
  const { world, officer } = bureau
  const { id } = await openCrime(bureau)
  const party = await firstParty(bureau, id)
  await world.perform(setIdentitySecrecy, officer, {
    caseId: id,
    partyId: party.partyId,
    id: uuid(),
    isSecret: true,
    reason: '与嫌疑人同院',
  })
  return { id, ...party }
}

describe('an identity kept secret', () => {
  it('is known to who holds the case, the head of the unit and the leader; to the others not by its surname', async () => {
    const { world, officer, unitHead, leader, supervisor } = bureau
    const { id, partyId, receiptId } = await secretReporter()
    const colleague = world.officer('马小川', 'officer')
    const centre = world.officer('石晓雯', 'case-centre', world.bureau)
    for (const actor of [officer, unitHead, leader]) {
      expect((await seenBy(bureau, id, actor)).parties[0]).toMatchObject({ name: '贺某某', isIdentitySecret: true, can: { unmask: true } })
      expect(await world.ask(unmaskParty, actor, { caseId: id, partyId })).toMatchObject({ name: '贺秀兰' })
      await expect(paperOf(bureau, id, receiptId, actor)).resolves.toMatchObject({ form: 'acceptance-receipt' })
    }
    for (const actor of [colleague, centre, supervisor]) {
      const seen = await seenBy(bureau, id, actor)
      expect(seen.parties[0]).toMatchObject({ name: null, phone: null, isIdentitySecret: true, can: { unmask: false, change: false } })
      expect(seen.papers[0]).toMatchObject({ isWithheld: true })
      for (const hint of ['贺', '同院']) expect(JSON.stringify(seen)).not.toContain(hint)
      await expect(world.ask(unmaskParty, actor, { caseId: id, partyId })).rejects.toMatchObject({ code: 'cases.partyNotFound' })
      await expect(paperOf(bureau, id, receiptId, actor)).rejects.toMatchObject({ code: 'cases.paperNotFound' })
    }
    expect(await world.auditTrail(`case:${id}`)).toContainEqual({ actor: '赵启明', action: 'cases.unmaskParty', outcome: 'read' })
  })

  it('lets only those who may know the person act for them', async () => {
    const { world } = bureau
    const { id, partyId } = await secretReporter()
    const colleague = world.officer('马小川', 'officer')
    await expect(world.perform(changePartyPhone, colleague, { ...atCounter(id, partyId), phone: null })).rejects.toMatchObject({
      code: 'cases.identityKeptSecret',
    })
  })

  it('may be asked for while a party is added; its receipt then names nobody', async () => {
    const { world, officer } = bureau
    const { id } = await openCrime(bureau)
    const party = { name: '郝一鸣', phone: null, role: 'victim', isIdentitySecret: true } as const
    const { receiptId } = await world.perform(addParty, officer, { caseId: id, id: uuid(), party })
    expect(await paperOf(bureau, id, receiptId)).toMatchObject({ isIdentitySecret: true })
    expect((await seenBy(bureau, id)).parties[1]).toMatchObject({ isIdentitySecret: true })
  })

  it('is lifted at the person’s own request alone, so that it is checked who asks', async () => {
    const { world, officer } = bureau
    const { id, partyId } = await secretReporter()
    const lift = { caseId: id, partyId, id: uuid(), isSecret: false }
    await expect(world.perform(setIdentitySecrecy, officer, lift)).rejects.toMatchObject({
      code: 'cases.identityCheckRequired',
      fields: [{ path: 'identityCheck' }],
    })
    const checked = { ...lift, identityCheck: 'id-card' } as const
    const answer = { partyId, isIdentitySecret: false }
    expect(await world.perform(setIdentitySecrecy, officer, checked)).toEqual(answer)
    expect(await world.perform(setIdentitySecrecy, officer, checked)).toEqual(answer)
    await expect(world.perform(setIdentitySecrecy, officer, { ...checked, id: uuid() })).rejects.toMatchObject({
      code: 'cases.secrecyUnchanged',
    })
    expect((await seenBy(bureau, id)).partyChanges.map((change) => change.kind)).toEqual(['identity-secret', 'identity-open'])
  })
})
