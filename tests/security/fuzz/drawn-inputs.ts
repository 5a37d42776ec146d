import fc from 'fast-check'

export type Schema = Readonly<Record<string, unknown>>

/** Stands in a drawn text until the request that carries it puts its own mark there. */
export const markHere = '⟦mark⟧'

const longest = 60

const texts = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.boolean(), fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength, longest) }))
    .map(([isMarked, text]) => (isMarked && maxLength > 20 ? `${markHere}${text}`.slice(0, maxLength) : text))

/** Texts of a pattern; those that fast-check cannot read are met by what is usually typed there. */
function matching(pattern: string): fc.Arbitrary<string> {
  const usual = ['19900000417', '110109', '2026-03-02', 'A9999975501002026030017', 'case:x', '/staff/cases', 'crim_filing_review', '城关']
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'))
  } catch {
    return fc.constantFrom(...usual)
  }
}

const instants = fc.date({ min: new Date('1900-01-01Z'), max: new Date('2100-01-01Z'), noInvalidDate: true })

const byFormat: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'date-time': instants.map((at) => at.toISOString()),
  date: instants.map((at) => at.toISOString().slice(0, 10)),
}

function lawfulText(schema: Schema, ids: readonly string[]): fc.Arbitrary<string> {
  const {
    format,
    pattern,
    minLength = 0,
    maxLength = 200,
  } = schema as { format?: string; pattern?: string; minLength?: number; maxLength?: number }
  if (format === 'uuid') return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() })
  const known = byFormat[format ?? '']
  if (known) return known
  return pattern === undefined ? texts(maxLength).map((text) => text.padEnd(minLength, '字')) : matching(pattern)
}

function lawfulNumber({ type, minimum, maximum }: Schema): fc.Arbitrary<number> {
  const [min, max] = [Number(minimum ?? -1_000), Number(maximum ?? 1_000)]
  return type === 'integer' ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })
}

function lawfulObject(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
  const requiredKeys = ((schema['required'] ?? []) as string[]).filter((name) => properties.some(([own]) => own === name))
  return fc.record(Object.fromEntries(properties.map(([name, one]) => [name, lawful(one, ids)])), { requiredKeys })
}

/** What the document says that an endpoint takes. `ids` exist in the record. */
export function lawful(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const of = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as Schema[] | undefined
  if (of) return fc.oneof(...of.map((one) => lawful(one, ids)))
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]))
  const kinds: Readonly<Record<string, () => fc.Arbitrary<unknown>>> = {
    string: () => lawfulText(schema, ids),
    integer: () => lawfulNumber(schema),
    number: () => lawfulNumber(schema),
    boolean: () => fc.boolean(),
    null: () => fc.constant(null),
    array: () => fc.array(lawful((schema['items'] ?? {}) as Schema, ids), { maxLength: 3 }),
    object: () => lawfulObject(schema, ids),
  }
  return (kinds[String(schema['type'])] ?? (() => hostile))()
}

/** Just inside and just outside of what a field says it takes. */
function atTheEdge(schema: Schema): fc.Arbitrary<unknown> {
  const { minLength = 0, maxLength = 1_000 } = schema as { minLength?: number; maxLength?: number }
  const { minimum = -(2 ** 53) + 1, maximum = 2 ** 53 - 1 } = schema as { minimum?: number; maximum?: number }
  const lengths = [0, minLength - 1, minLength, maxLength, maxLength + 1].filter((length) => length >= 0)
  return fc.oneof(
    fc.constantFrom(...lengths).map((length) => '界'.repeat(length)),
    fc
      .constantFrom(minimum - 1, minimum, maximum, maximum + 1, 0, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 63, 1e308, 0.1)
      .map((number) => number),
    fc.constantFrom(
      '0000-01-01',
      '9999-12-31',
      '2026-02-30',
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59.999999Z',
      '2026-03-02T10:00:00+23:59',
      '-000001-01-01T00:00:00Z',
      '+275760-09-13T00:00:00Z',
    ),
    fc.constantFrom([], {}, null, ''),
  )
}

/** What no form of ours sends. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    `${markHere}\u0000`,
    `${markHere}\uD800`,
    `\uDFFF${markHere}`,
    `${markHere}<script>alert(1)</script>"'`,
    `${markHere}'; drop table cases.case; --`,
    `${markHere}%_\\`,
    `${markHere}\u202E\u200B\uFEFF`,
    `${markHere}${'長'.repeat(100_000)}`,
    `${markHere}\r\nset-cookie: x=1`,
    '../../../etc/passwd',
    '${jndi:ldap://x}',
    'NaN',
    'Infinity',
    '1e400',
    '-0',
    '٣',
    'null',
    null,
    true,
    -0,
    1e300,
    [],
    {},
    [[[[]]]],
    { toString: 1, valueOf: 1, toJSON: 1 },
    Array.from({ length: 10_000 }, () => markHere),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => `${markHere}${text}`),
  fc.jsonValue({ maxDepth: 3, noUnicodeString: false }),
)

const prototypeNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON', '__defineGetter__', '']

/** One change to an input that would do; a value of `undefined` leaves the field out. */
function change(schema: Schema): fc.Arbitrary<readonly [name: string, value: unknown]> {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
  const strange = fc.tuple(fc.constantFrom(...prototypeNames, 'unknown', `x${markHere}`), hostile)
  if (properties.length === 0) return strange
  const one = fc.constantFrom(...properties)
  return fc.oneof(
    { weight: 3, arbitrary: one.chain(([name, of]) => atTheEdge(of).map((value) => [name, value] as const)) },
    { weight: 4, arbitrary: fc.tuple(one, hostile).map(([[name], value]) => [name, value] as const) },
    { weight: 1, arbitrary: one.map(([name]) => [name, undefined] as const) },
    { weight: 1, arbitrary: strange },
  )
}

export type Drawn = Readonly<Record<string, unknown>>

/** A third would do, the others have up to three faults. */
export function inputsFor(schema: Schema, ids: readonly string[]): fc.Arbitrary<Drawn> {
  const changes = fc.oneof(
    fc.constant([]),
    fc.array(change(schema), { minLength: 1, maxLength: 3 }),
    fc.array(change(schema), { minLength: 1, maxLength: 1 }),
  )
  return fc.tuple(lawfulObject(schema, ids), changes).map(([right, all]) => {
    // why: without a prototype, so that `__proto__` is a name like any other.
    const drawn = Object.assign(Object.create(null) as Record<string, unknown>, right)
    for (const [name, value] of all) drawn[name] = value
    return drawn
  })
}
