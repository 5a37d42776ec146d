import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { unitFaults, unitKinds } from '../domain/unit-file.ts'

const UnitCodeText = z.string().check(z.trim(), z.regex(/^\d{12}$/, '#unitCode'))
const text = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest))

export const saveUnit = endpoint({
  method: 'POST',
  path: '/api/units',
  summary: 'Adds a unit to the own bureau, or corrects one; a unit is never removed, since records bear its code.',
  input: z.object({
    code: UnitCodeText,
    parentCode: UnitCodeText,
    kind: z.enum(unitKinds),
    nameZh: text(40),
    nameEn: z.string().check(z.trim(), z.maxLength(80)),
    shortName: text(12),
    phone: z.nullable(z.string().check(z.trim(), z.regex(/^[\d -]{5,20}$/, '#officePhone'))),
    address: z.nullable(z.string().check(z.trim(), z.maxLength(80))),
  }),
  output: z.object({}),
})

export const importUnits = endpoint({
  method: 'POST',
  path: '/api/units/import',
  summary: 'Adds and corrects the units of a CSV file in the own bureau; nothing is written unless every line is right.',
  input: z.object({ csv: z.string().check(z.maxLength(500_000)) }),
  output: z.object({
    added: z.number(),
    changed: z.number(),
    faults: z.array(z.object({ line: z.number(), fault: z.enum(unitFaults), value: z.string() })),
  }),
})
