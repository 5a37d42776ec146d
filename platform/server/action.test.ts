import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Officer } from '#kernel/actor.ts'
import { copiesOf, type LedgerTables, ledgerModule, notesOf, readNotes, writeNote } from '#platform/testing/ledger.ts'
import { createWorld, type World } from '#platform/testing/world.ts'

let world: World
let officer: Officer
beforeAll(async () => {
  world = await createWorld([ledgerModule()])
  officer = world.officer('张警官', 'officer')
})
afterAll(() => world.close())

const notes = () => notesOf(world.open.as<LedgerTables>(), world.bureau)

describe('an action', () => {
  it('saves the change, its audit entry and its event together', async () => {
    await world.perform(writeNote, officer, { id: uuid(), text: 'first' })
    expect(await notes()).toEqual(['first'])
    expect(await world.auditTrail('note:one')).toEqual([{ actor: '张警官', action: 'ledger.write', outcome: 'done' }])
    await world.work()
    expect(await copiesOf(world.open.as<LedgerTables>(), world.bureau)).toEqual(['first'])
  })

  it('undoes everything when it refuses half-way, but keeps that somebody tried', async () => {
    await expect(world.perform(writeNote, officer, { id: uuid(), text: 'bad' })).rejects.toMatchObject({ code: 'ledger.badWord' })
    expect(await notes()).toEqual(['first'])
    expect((await world.auditTrail('note:one')).at(-1)).toEqual({ actor: '张警官', action: 'ledger.write', outcome: 'ledger.badWord' })
    await world.work()
    expect(await copiesOf(world.open.as<LedgerTables>(), world.bureau)).toEqual(['first'])
  })

  it('undoes everything after a fault of ours, which is no attempt of anybody', async () => {
    const before = (await world.auditTrail('note:one')).length
    await expect(world.perform(writeNote, officer, { id: uuid(), text: 'crash' })).rejects.toThrow(TypeError)
    expect(await notes()).toEqual(['first'])
    expect(await world.auditTrail('note:one')).toHaveLength(before)
  })

  it('is refused to whom it is not for before anything is read, and that is recorded too', async () => {
    const supervisor = world.officer('邢卫东', 'supervisor')
    await expect(world.perform(writeNote, supervisor, { id: 'nonsense' })).rejects.toMatchObject({ code: 'house.notAllowed' })
  })

  it('names every faulty field of an input at once', async () => {
    await expect(world.perform(writeNote, officer, { id: 'x', text: '' })).rejects.toMatchObject({
      code: 'house.invalidInput',
      fields: [
        { path: 'id', code: 'invalid_format' },
        { path: 'text', code: 'required' },
      ],
    })
  })
})

describe('a sensitive query', () => {
  it('leaves a line in the reading trail', async () => {
    expect(await world.ask(readNotes, officer, {})).toEqual(['first'])
    expect((await world.auditTrail('note:one')).at(-1)).toEqual({ actor: '张警官', action: 'ledger.read', outcome: 'read' })
  })
})
