import * as z from 'zod/mini'
import { Problem } from '#platform/shared/problem.ts'
import type { Module, PlainEndpoint, Route } from './module.ts'

type Json = Readonly<Record<string, unknown>>

const parameterName = /:([A-Za-z]+)/g

/** The OpenAPI 3.1 description of every JSON endpoint, made from the contracts themselves. */
export function describeApi(modules: readonly Module[], version: string): Json {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const module of modules) {
    for (const route of module.routes ?? []) {
      const path = route.endpoint.path.replaceAll(parameterName, '{$1}')
      paths[path] = { ...paths[path], [route.endpoint.method.toLowerCase()]: operation(module.name, route) }
    }
    for (const plain of module.plainEndpoints ?? []) {
      const { path: at, method } = plain.endpoint
      const path = at.replaceAll(parameterName, '{$1}')
      paths[path] = { ...paths[path], [method.toLowerCase()]: plainOperation(module.name, plain) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Daylight 阳光执法', version, description: 'Every change is one transaction with its audit entry and events.' },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'daylight_session' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  }
}

const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  // why: an instant is a string on the wire, whatever it is in the program.
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json
  return plain
}

function operation(tag: string, { endpoint, name, kind }: Pick<Route, 'endpoint' | 'name' | 'kind'>): Json {
  const named = new Set([...endpoint.path.matchAll(parameterName)].map(([, parameter]) => parameter))
  const input = schemaOf(endpoint.input, 'input')
  const properties = Object.entries((input['properties'] ?? {}) as Record<string, Json>)
  const required = new Set((input['required'] ?? []) as string[])
  const inPath = properties.filter(([property]) => named.has(property))
  const rest = properties.filter(([property]) => !named.has(property))
  const parameter =
    (where: 'path' | 'query') =>
    ([property, schema]: [string, Json]) => ({
      name: property,
      in: where,
      required: where === 'path' || required.has(property),
      schema,
    })
  const isGet = endpoint.method === 'GET'
  const parameters = [...inPath.map(parameter('path')), ...(isGet ? rest.map(parameter('query')) : [])]
  const problem = { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
  return {
    operationId: `${name.replaceAll(/[^A-Za-z0-9]/g, '_')}_${endpoint.method.toLowerCase()}`,
    summary: endpoint.summary,
    tags: [tag],
    'x-daylight-kind': kind,
    ...(parameters.length > 0 && { parameters }),
    ...(!isGet &&
      rest.length > 0 && { requestBody: { required: true, content: { 'application/json': { schema: bodyOf(rest, required) } } } }),
    responses: {
      '200': { description: 'Done', content: { 'application/json': { schema: schemaOf(endpoint.output, 'output') } } },
      default: problem,
    },
  }
}

/** An endpoint without an action behind it: named by its address. */
function plainOperation(tag: string, { endpoint, isOpen, answers }: PlainEndpoint): Json {
  const described = operation(tag, { endpoint, name: `${tag}.${endpoint.path.replace('/api/', '')}`, kind: 'query' })
  const ok = {
    description: 'Done',
    content: {
      [answers ?? 'application/json']: { schema: answers ? { type: 'string', format: 'binary' } : schemaOf(endpoint.output, 'output') },
    },
  }
  return { ...described, ...(isOpen && { security: [] }), responses: { ...(described['responses'] as Json), '200': ok } }
}

const bodyOf = (properties: readonly [string, Json][], required: ReadonlySet<string>): Json => ({
  type: 'object',
  properties: Object.fromEntries(properties),
  required: properties.map(([name]) => name).filter((name) => required.has(name)),
})
