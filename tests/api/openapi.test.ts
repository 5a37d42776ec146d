import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { modules } from '../../app/modules.ts'
import { describeApi } from '#platform/server/openapi.ts'

describe('the description of the API', () => {
  const described = describeApi(modules, '0.1.0') as { paths: Record<string, Record<string, { operationId: string }>> }

  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(described))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it('names every endpoint of every module, each by a name of its own', () => {
    const operations = Object.values(described.paths).flatMap((methods) => Object.values(methods))
    const served = modules.flatMap((module) => [...(module.routes ?? []), ...(module.plainEndpoints ?? [])])
    expect(operations).toHaveLength(served.length)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(served.length)
  })
})
