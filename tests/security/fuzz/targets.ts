import { describeApi } from '#platform/server/openapi.ts'
import { aReport } from '#modules/public-query/testing/online-report.ts'
import { modules } from '../../../app/modules.ts'
import type { Schema } from './drawn-inputs.ts'

/** One address and all it takes, as the document of the API says it; or a form of the citizens' pages. */
export interface Target {
  readonly method: string
  /** `/api/cases/{caseId}` */
  readonly path: string
  readonly schema: Schema
  readonly isForm: boolean
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly required: boolean; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

function schemaOf({ parameters = [], requestBody }: Operation): Schema {
  const body = requestBody?.content['application/json']?.schema ?? {}
  const own = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]))
  return {
    type: 'object',
    properties: { ...own, ...(body['properties'] as object | undefined) },
    required: [...parameters.filter(({ required }) => required).map(({ name }) => name), ...((body['required'] ?? []) as string[])],
  }
}

const endpoints = (): readonly Target[] => {
  const { paths } = describeApi(modules, '0') as { paths: Record<string, Record<string, Operation>> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      schema: schemaOf(operation),
      isForm: false,
    })),
  )
}

const fieldsOfForms = ['number', 'phone', 'code', 'lang', 'step', 'switch', 'ticket', 'position', ...Object.keys(aReport())]
const formSchema: Schema = { type: 'object', properties: Object.fromEntries(fieldsOfForms.map((name) => [name, { type: 'string' }])) }

const forms = ['/q', '/q/confirm', '/q/again', '/q/disagree', '/q/disagree/confirm', '/q/not-me', '/q/not-me/confirm', '/q/leave'].concat([
  '/report',
  '/report/again',
  '/report/confirm',
  '/report/resend',
  '/report/number',
  '/demo/phones',
])

/** Everything that takes input: each endpoint of the document, and each form of the pages beside it. */
export const targets = (): readonly Target[] => [
  ...endpoints(),
  ...forms.map((path) => ({ method: 'POST', path, schema: formSchema, isForm: true })),
  ...['/q', '/report', '/demo/phones/x', '/q/case'].map((path) => ({ method: 'GET', path, schema: formSchema, isForm: true })),
]

declare module 'vitest' {
  export interface ProvidedContext {
    /** How many requests each address gets, and what draws them. */
    fuzz: { perTarget: number; seed: number }
  }
}
