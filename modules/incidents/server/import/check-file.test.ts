import { describe, expect, it } from 'vitest'
import { aLine, fileOf, manyLines } from '../../testing/import-file.ts'
import { checkFile, importNames } from './check-file.ts'
import { encodingOf } from './decode-file.ts'

/** How often others had a turn while something was done. */
async function turnsDuring(act: () => Promise<unknown>): Promise<number> {
  let [turns, isOver] = [0, false]
  const turn = () => {
    turns += 1
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  await act()
  isOver = true
  return turns
}

const context = { now: new Date('2026-03-02T02:00:00Z'), units: new Map(), ...importNames }
const inOnePiece = (text: string) => {
  const bytes = Buffer.from(text)
  return { pieces: [bytes], bytes: bytes.length }
}

describe('a large file', () => {
  it('lets others have a turn every few hundred lines, even if every line is at fault, and counts all of its faults', async () => {
    const [count, file] = [5_000, inOnePiece(fileOf(manyLines(5_000, () => ({ category: '飞行' }))))]
    let found: Awaited<ReturnType<typeof checkFile>> | undefined
    const turns = await turnsDuring(async () => {
      found = await checkFile({ file, encoding: 'utf-8', context }, async () => 0)
    })
    expect(found).toMatchObject({ rows: count, faultCount: count })
    expect(found?.faults).toHaveLength(100)
    expect(turns).toBeGreaterThanOrEqual(count / 500)
  })

  it('lets others have a turn while its encoding is found out, also where it came in one piece', async () => {
    const file = inOnePiece(fileOf([aLine({ summary: '长'.repeat(1_000_000) })]))
    expect(await turnsDuring(() => encodingOf(file))).toBeGreaterThanOrEqual(file.bytes / 100_000)
  })
})
