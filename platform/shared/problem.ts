import * as z from 'zod/mini'

/** What may be wrong with one field; the words for it are in `platform/shared/words`. */
export const FieldProblem = z.object({ path: z.string(), code: z.string(), message: z.string() })
export type FieldProblem = z.infer<typeof FieldProblem>

/** RFC 9457 problem details. `detail` is already in the reader's language; `facts` are for programs. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  facts: z.optional(z.record(z.string(), z.unknown())),
  fields: z.optional(z.array(FieldProblem)),
})
export type Problem = z.infer<typeof Problem>
