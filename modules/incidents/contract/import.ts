import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { importColumns, importFaults } from '../domain/import-columns.ts'
import { Id, Instant } from './fields.ts'

const encodings = z.enum(['utf-8', 'gb18030'])

export const ImportCard = z.object({
  id: Id,
  state: z.enum(['checked', 'running', 'stopped', 'done', 'withdrawn']),
  encoding: encodings,
  rows: z.number(),
  /** Registered by this import. */
  written: z.number(),
  /** Registered before under the number of the source system. */
  known: z.number(),
  byName: z.string(),
  uploadedAt: Instant,
  startedAt: z.nullable(Instant),
  endedAt: z.nullable(Instant),
})
export type ImportCard = z.infer<typeof ImportCard>

/** What was found in a file. Without `import` nothing was kept of it. */
export const CheckedFile = z.object({
  import: z.nullable(ImportCard),
  encoding: encodings,
  rows: z.number(),
  /** Rows whose number was registered before; they will be left out. */
  known: z.number(),
  columns: z.array(z.object({ title: z.string(), column: z.nullable(z.enum(importColumns)) })),
  preview: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
  faults: z.array(
    z.object({
      line: z.number(),
      column: z.nullable(z.enum(importColumns)),
      code: z.enum(importFaults),
      otherLine: z.optional(z.number()),
    }),
  ),
  faultCount: z.number(),
})
export type CheckedFile = z.infer<typeof CheckedFile>

/** The body is the file itself, `text/csv`. */
export const uploadImport = endpoint({
  method: 'POST',
  path: '/api/incident-imports',
  summary: 'Checks every line of a CSV file of incidents; a file without faults is kept, sealed, until it is started or withdrawn.',
  input: z.object({}),
  output: CheckedFile,
})

/** Answers a CSV file, not JSON. */
export const importTemplate = endpoint({
  method: 'GET',
  path: '/api/incident-import-template',
  summary: 'An empty import file with its titles and one example.',
  input: z.object({}),
  output: z.string(),
})

export const listImports = endpoint({
  method: 'GET',
  path: '/api/incident-imports',
  summary: 'The last twenty imports of the own bureau.',
  input: z.object({}),
  output: z.object({ rows: z.array(ImportCard) }),
})

export const findImport = endpoint({
  method: 'GET',
  path: '/api/incident-imports/:importId',
  summary: 'How far one import came.',
  input: z.object({ importId: Id }),
  output: ImportCard,
})

export const startImport = endpoint({
  method: 'POST',
  path: '/api/incident-imports/:importId/start',
  summary: 'Begins to register the rows of a checked file, or goes on where it stopped.',
  input: z.object({ importId: Id }),
  output: ImportCard,
})

export const withdrawImport = endpoint({
  method: 'POST',
  path: '/api/incident-imports/:importId/withdrawal',
  summary: 'Gives up a file that was checked and not started, or that stopped; the rows that are left are removed.',
  input: z.object({ importId: Id }),
  output: ImportCard,
})
