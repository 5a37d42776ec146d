import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Officer, Role } from '#kernel/actor.ts'
import { accountsModule } from '#modules/accounts/server/module.ts'
import { newSigner, signatureAlgorithms } from '#platform/server/signer.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { auditModule } from '../module.ts'
import { listHeads } from './list-heads.ts'
import { readHeads } from './read-heads.ts'
import { renderHeadSheet } from './render-head-sheet.ts'
import { isProved, readSheetFile } from './signed-sheet.ts'

let world: World
const opened: World[] = []
afterAll(() => Promise.all(opened.map((one) => one.close())))
beforeEach(async () => {
  world = await createWorld([accountsModule, auditModule])
  opened.push(world)
})

const setting = (change: object) => void Object.assign(world.platform, change)
const note = (unitCode = world.station) =>
  auditModule.auditSink.append(world.open, {
    actor: { kind: 'job', id: 'test', bureauCode: world.bureau },
    action: 'cases.find',
    about: { subject: 'case:1', bureauCode: world.bureau, unitCode },
    outcome: 'read',
    at: world.clock.now,
  })
const person = (role: Role = 'supervisor'): Officer => world.officer('督察', role, world.bureau)
const sheets = async (input: object = {}) => (await world.ask(listHeads, person(), input)).rows
const folderOfHeads = () => mkdtemp(path.join(tmpdir(), 'heads-'))

describe('signed heads', () => {
  it('are made once a day, and in every hour in which something was recorded', async () => {
    await note()
    await world.work()
    await world.work()
    world.advance({ hours: 1 })
    await world.work()
    await note()
    await world.work()
    world.advance({ minutes: 20 })
    await note()
    await world.work()
    world.advance({ days: 1 })
    await world.work()
    expect((await sheets()).map(({ number, kind, entries }) => [number, kind, entries])).toEqual([
      [3, 'day', 3],
      [2, 'hour', 2],
      [1, 'day', 1],
    ])
    expect((await sheets({ kind: 'hour' })).map(({ number }) => number)).toEqual([2])
  })

  it.each(signatureAlgorithms)('are signed with %s and say where each chain ends', async (algorithm) => {
    setting({ signer: newSigner(algorithm) })
    await note()
    await note()
    await note(world.unit())
    await world.work()
    const [row] = await sheets()
    expect(row).toMatchObject({ algorithm, chains: 2, entries: 3, sending: null })
    const { sheet } = await world.ask(readHeads, person(), { sheetId: row?.id })
    expect(isProved(sheet)).toBe(true)
    expect(isProved({ ...sheet, text: sheet.text.replace('number 1', 'number 2') })).toBe(false)
  })

  it('are one of each number, although two workers make them at the same moment', async () => {
    await note()
    const turn = () => auditModule.loops?.[0]?.turn(world.platform)
    await Promise.all([turn(), turn(), turn()])
    expect((await sheets()).map(({ number }) => number)).toEqual([1])
  })

  it('do not wait for a change that is under way, nor a change for them', async () => {
    await note()
    await world.platform.db.transaction().execute(async (tx) => {
      await auditModule.auditSink.append(
        { as: () => tx as never },
        {
          actor: { kind: 'job', id: 'test', bureauCode: world.bureau },
          action: 'cases.find',
          about: { subject: 'case:2', bureauCode: world.bureau, unitCode: world.station },
          outcome: 'read',
          at: world.clock.now,
        },
      )
      await auditModule.loops?.[0]?.turn(world.platform)
    })
    expect((await sheets()).map(({ entries }) => entries)).toEqual([1])
  })

  it('print on paper, the same bytes each time, and that is part of the trail', async () => {
    await note()
    await world.work()
    const sheetId = `${world.bureau}.1`
    const found = await world.ask(readHeads, person(), { sheetId })
    const [one, two] = [await renderHeadSheet(found), await renderHeadSheet(found)]
    expect(Buffer.from(one).subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.from(two).equals(Buffer.from(one))).toBe(true)
    expect(await world.auditTrail(`heads:${sheetId}`)).toEqual([{ actor: '督察', action: 'audit.readHeads', outcome: 'read' }])
  })

  it('are for those who answer for the bureau, and for nobody of another one', async () => {
    await note()
    await world.work()
    for (const role of ['leader', 'administrator'] as const) expect((await world.ask(listHeads, person(role), {})).count).toBe(1)
    await expect(world.ask(listHeads, person('officer'), {})).rejects.toMatchObject({ code: 'house.notAllowed' })
    const other = await createWorld([accountsModule, auditModule])
    opened.push(other)
    const stranger = other.officer('外局', 'supervisor', other.bureau)
    expect((await world.ask(listHeads, stranger, {})).count).toBe(0)
    await expect(world.ask(readHeads, stranger, { sheetId: `${world.bureau}.1` })).rejects.toMatchObject({ code: 'audit.sheetNotFound' })
  })
})

describe('the place they are sent to', () => {
  it('is a folder: one file for each sheet, and the list says so', async () => {
    const folder = await folderOfHeads()
    setting({ headsTo: folder })
    await note()
    await world.work()
    const [name = ''] = await readdir(folder)
    const file = readSheetFile(await readFile(path.join(folder, name), 'utf8'))
    expect(file && isProved(file)).toBe(true)
    expect(file?.sheet).toMatchObject({ bureauCode: world.bureau, number: 1, kind: 'day' })
    expect((await sheets())[0]?.sending).toEqual({ place: folder, sentAt: world.clock.now.toISOString(), attempts: 1, error: null })
    expect(await sheets({ sent: 'kept' })).toEqual([])
  })

  it('may be away for a while: it is tried again, later each time, until it is there', async () => {
    const folder = await folderOfHeads()
    await rm(folder, { recursive: true })
    setting({ headsTo: folder })
    await note()
    await world.work()
    expect((await sheets())[0]?.sending).toMatchObject({ sentAt: null, attempts: 1, error: 'no such folder' })
    await world.work()
    expect((await sheets())[0]?.sending?.attempts).toBe(1)
    world.advance({ minutes: 1 })
    await world.work()
    expect((await sheets())[0]?.sending?.attempts).toBe(2)
    setting({ headsTo: await folderOfHeads() })
    world.advance({ minutes: 2 })
    await world.work()
    expect((await sheets())[0]?.sending).toMatchObject({ attempts: 3, error: null })
  })

  it('keeps a file that a power cut left short from counting, and another sheet of the same number as evidence', async () => {
    const folder = await folderOfHeads()
    const name = `daylight-heads-${world.bureau}-00000001.txt`
    await writeFile(path.join(folder, name), 'DAYLIGHT AUDIT')
    setting({ headsTo: folder })
    await note()
    await world.work()
    expect((await sheets())[0]?.sending?.error).toBeNull()
    await writeFile(path.join(folder, name.replace('1.txt', '2.txt')), 'another')
    world.advance({ days: 1 })
    await world.work()
    expect((await sheets())[0]?.sending).toMatchObject({ sentAt: null, error: 'another sheet is there' })
    expect(await readFile(path.join(folder, name.replace('1.txt', '2.txt')), 'utf8')).toBe('another')
  })

  it('is an address: posted until it answers well, and shown without its password', async () => {
    const got: string[] = []
    let status = 503
    const receiver = createServer((request, response) => {
      let body = ''
      request.on('data', (part: Buffer) => (body += part.toString()))
      request.on('end', () => {
        got.push(body)
        response.writeHead(status).end()
      })
    })
    await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve))
    const { port } = receiver.address() as AddressInfo
    setting({ headsTo: `http://127.0.0.1:${port}/heads?key=secret` })
    await note()
    await world.work()
    expect((await sheets())[0]?.sending).toMatchObject({ place: `http://127.0.0.1:${port}/heads`, sentAt: null, error: 'status 503' })
    status = 204
    world.advance({ minutes: 1 })
    await world.work()
    expect((await sheets())[0]?.sending).toMatchObject({ attempts: 2, error: null })
    expect(readSheetFile(got[1] ?? '')?.sheet.number).toBe(1)
    await new Promise((resolve) => void receiver.close(resolve))
    world.advance({ days: 1 })
    await world.work()
    expect((await sheets())[0]?.sending).toMatchObject({ sentAt: null, error: 'unreachable' })
  })
})
