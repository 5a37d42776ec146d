import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk, type Desk } from '../../testing/first-walk.ts'
import { aLine, createImporter, ended, fileOf, manyLines } from '../../testing/import-file.ts'
import type { IncidentTables } from '../tables.ts'

let desk: Desk
let importer: Awaited<ReturnType<typeof createImporter>>
beforeAll(async () => {
  desk = await createDesk()
  importer = await createImporter(desk)
})
afterAll(async () => {
  await importer.http.close()
  await desk.world.close()
})

/** 旧接处警,盗窃,贺秀兰 in GB18030, as Excel of an older office writes it. */
const gb = (text: string): Buffer => {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, Buffer>()
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const pair = Buffer.from([high, low])
      const character = decoder.decode(pair)
      if (low !== 0x7f && !bytes.has(character)) bytes.set(character, pair)
    }
  return Buffer.concat(
    [...text].map((character) => (character < '\u0080' ? Buffer.from(character) : (bytes.get(character) ?? Buffer.from('?')))),
  )
}

const rowsThere = async () => {
  const db = desk.world.open.as<IncidentTables>()
  const [incidents, imports, batches] = await Promise.all([
    db.selectFrom('incidents.incident').select('id').execute(),
    db.selectFrom('incidents.import').select('id').execute(),
    db.selectFrom('incidents.import_batch').select('seq').execute(),
  ])
  return { incidents: incidents.length, imports: imports.length, batches: batches.length }
}

describe('a file of incidents', () => {
  it.each([
    ['UTF-8', 'utf-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with its mark', 'utf-8', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['GB18030', 'gb18030', gb],
  ] as const)('is read in %s', async (_, encoding, write) => {
    const { status, body } = await importer.upload(write(fileOf([aLine(ended)])))
    expect([status, body.faults]).toEqual([200, []])
    expect(body).toMatchObject({ encoding, rows: 1, known: 0, import: { state: 'checked', rows: 1, written: 0, encoding } })
    expect(body.preview).toMatchObject([{ line: 2, cells: expect.arrayContaining(['旧接处警', '盗窃', '贺秀兰']) }])
    expect(body.columns[0]).toEqual({ title: '来源系统', column: 'sourceSystem' })
  })

  it('keeps quotes, commas and line breaks of a cell', async () => {
    const { body } = await importer.upload(
      fileOf([aLine({ summary: '他说："快来"\n第二行, 还有' }), aLine({ sourceNumber: 'OLD-0002', place: '' })]),
    )
    expect(body.preview[0]?.cells).toContain('他说："快来"\n第二行, 还有')
    // why: a line break inside of a cell is a line of the file too.
    expect(body.faults).toEqual([{ line: 4, column: 'place', code: 'required' }])
  })

  it('says of every faulty line where and what, and changes nothing', async () => {
    const before = await rowsThere()
    const lines = [
      aLine(),
      aLine({ sourceNumber: 'OLD-0002', receivedAt: '昨天', category: '飞行' }),
      aLine({ sourceNumber: 'OLD-0003', receivedAt: '2026-03-02 10:01' }),
      aLine({ sourceNumber: 'OLD-0004', reporterPhone: '12', source: '口信' }),
      aLine(),
    ]
    const { status, body } = await importer.upload(fileOf(lines))
    expect(status).toBe(200)
    expect(body).toMatchObject({ import: null, faultCount: 6, rows: 5 })
    expect(body.faults).toEqual([
      { line: 3, column: 'receivedAt', code: 'time' },
      { line: 3, column: 'category', code: 'category' },
      { line: 4, column: 'receivedAt', code: 'future' },
      { line: 5, column: 'source', code: 'source' },
      { line: 5, column: 'reporterPhone', code: 'phone' },
      { line: 6, column: 'sourceNumber', code: 'repeated', otherLine: 2 },
    ])
    await desk.world.work()
    expect(await rowsThere()).toEqual(before)
  })

  it('is refused where titles are missing, where quotes do not match, and where a line has more cells than titles', async () => {
    expect((await importer.upload(fileOf([aLine()], ['sourceNumber', 'place']))).body.faults).toContainEqual({
      line: 1,
      column: 'receivedAt',
      code: 'missingColumn',
    })
    expect((await importer.upload(`${fileOf([aLine()])}旧系统,"没有结束`)).body.faults).toEqual([{ line: 3, column: null, code: 'quotes' }])
    expect((await importer.upload(`${fileOf([]).trimEnd()}\r\n旧系统,1,,,,,,,,,,,,,多\r\n`)).body.faults).toContainEqual({
      line: 2,
      column: null,
      code: 'moreCells',
    })
  })

  it('tells the first hundred faults and how many there are', async () => {
    const { body } = await importer.upload(fileOf(manyLines(150, () => ({ category: '飞行' }))))
    expect([body.faults.length, body.faultCount]).toEqual([100, 150])
  })

  it('takes a line of 64 KiB and none longer', async () => {
    const head = fileOf([aLine()])
    const limit = 64 * 1024
    const long = await importer.upload(`${head}${'x'.repeat(limit + 1)}\n`)
    expect(long).toMatchObject({ status: 400, body: { code: 'incidents.importLineTooLong', facts: { line: 3, limitBytes: limit } } })
    expect(long.body.detail).toContain('64 KiB')
    // why: as long as may be, and so only at fault for what it says.
    expect(await importer.upload(`${head}${'x'.repeat(limit)}\n`)).toMatchObject({ status: 200, body: { import: null } })
  })

  it('measures a line by its own bytes: one of GB18030 that is longer in UTF-8 is at fault for what it says', async () => {
    const { body } = await importer.upload(gb(fileOf([aLine({ summary: '门'.repeat(25_000) })])))
    expect(body).toMatchObject({ encoding: 'gb18030', faults: [{ line: 2, column: 'summary', code: 'tooLong' }] })
  })

  it('says so where one incident runs over so many lines that it is none', async () => {
    const { body } = await importer.upload(`${fileOf([aLine()])}旧系统,"没有结束\n${`${'长'.repeat(1_000)}\n`.repeat(100)}`)
    expect(body.faults).toMatchObject([{ column: null, code: 'recordTooLong' }])
  })

  it.each(['=1', '+86', '-1', '@家', '＝一', '＋八', '－二', '＠家'])('takes back what an export defused: %s', async (place) => {
    const { body } = await importer.upload(fileOf([aLine({ place })]))
    expect(fileOf([aLine({ place })])).toContain(`'${place}`)
    expect(body.preview[0]?.cells).toContain(place)
  })

  it('is refused by its announced size before a byte is read, and by its true size while it comes', async () => {
    const announced = await importer.upload(fileOf([aLine()]), desk.dispatcher, { 'content-length': String(50 * 1024 * 1024 + 1) })
    expect(announced).toMatchObject({ status: 400, body: { code: 'incidents.importTooLarge' } })
    const line = Buffer.from(`${'x'.repeat(60_000)}\n`)
    const whole = Buffer.concat(Array.from({ length: 880 }, () => line))
    expect(await importer.upload(whole)).toMatchObject({ status: 400, body: { code: 'incidents.importTooLarge' } })
  })

  it('is refused if it is empty, has titles only, or is in an encoding that says nothing', async () => {
    const codeOf = async (content: string | Buffer) => (await importer.upload(content)).body.code
    expect(await codeOf('')).toBe('incidents.importEmpty')
    expect(await codeOf(fileOf([]))).toBe('incidents.importEmpty')
    expect(await codeOf(Buffer.from(`\uFEFF${fileOf([aLine()])}`, 'utf16le'))).toBe('incidents.importEncodingUnknown')
  })

  it('keeps whom it names sealed until it is written', async () => {
    await importer.upload(fileOf([aLine({ reporterName: '柳守真', reporterPhone: '19900000433' })]))
    const rows = await desk.world.open.as<IncidentTables>().selectFrom('incidents.import_batch').selectAll().execute()
    expect(rows.length).toBeGreaterThan(0)
    for (const { rows_sealed } of rows) expect(rows_sealed.toString('utf8')).not.toMatch(/柳守真|19900000433/)
  })

  it('is taken from the command centre alone, and from no stranger', async () => {
    const { world, officer, unitHead, supervisor } = desk
    expect(await importer.upload(fileOf([aLine()]), world.officer('站内值班', 'dispatcher'))).toMatchObject({
      status: 403,
      body: { code: 'incidents.importNotYours' },
    })
    for (const by of [officer, unitHead, supervisor])
      expect(await importer.upload(fileOf([aLine()]), by)).toMatchObject({ status: 403, body: { code: 'house.notAllowed' } })
    expect((await importer.upload(fileOf([aLine()]), null)).status).toBe(401)
  })

  it('has a template that, filled in as it is, passes', async () => {
    const answer = await importer.http.inject({ method: 'GET', url: '/api/incident-import-template' })
    expect(answer.statusCode).toBe(401)
    await importer.upload(fileOf([aLine()]))
    const template = await importer.http.inject({ method: 'GET', url: '/api/incident-import-template' })
    expect(template.headers['content-type']).toBe('text/csv; charset=utf-8')
    desk.world.advance({ hours: 5 })
    expect(await importer.upload(template.rawPayload)).toMatchObject({ status: 200, body: { faults: [], rows: 1 } })
  })
})
