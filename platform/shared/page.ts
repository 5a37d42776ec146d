import * as z from 'zod/mini'

/** A page of a list that is read by key: `next` is the opaque place to go on from, null at the end. */
export const pageOf = <Row extends z.ZodMiniType>(row: Row) =>
  z.object({
    rows: z.array(row),
    next: z.nullable(z.string()),
    /** Exact up to 1,000; a larger list says 1,000 and `more`. */
    count: z.number(),
    more: z.boolean(),
  })

export interface Page<Row> {
  readonly rows: Row[]
  readonly next: string | null
  readonly count: number
  readonly more: boolean
}

export const countLimit = 1_000

/** How a list says its size: exact up to the limit, above it the limit and `more`. */
export const counted = (count: number): Pick<Page<unknown>, 'count' | 'more'> => ({
  count: Math.min(count, countLimit),
  more: count > countLimit,
})
