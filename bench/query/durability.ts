import type pg from 'pg'

/** No longer waits for the disk at a commit, so that what is left is work and not waiting. */
export const dropDurability = (pool: pg.Pool): void =>
  void pool.on('connect', (client) => void client.query('set synchronous_commit = off'))

const commits = 40

/** How long one small commit takes with nobody else there, in milliseconds: what the disk is like. */
export async function commitTakes(pool: pg.Pool): Promise<number> {
  const took: number[] = []
  for (let at = 0; at < commits; at++) {
    const began = performance.now()
    await pool.query(
      `insert into platform.counter (bureau_code, unit_code, kind, period, last_value) values ('000000000000', '000000000000', 'bench', $1, 1)`,
      [String(at)],
    )
    took.push(performance.now() - began)
  }
  await pool.query(`delete from platform.counter where kind = 'bench'`)
  return took.toSorted((a, b) => a - b)[commits / 2] ?? 0
}
