import type * as z from 'zod/mini'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * One address of the API, for server and browser alike.
 * `input` holds everything the caller sends: the `:names` of the path, the query string of a GET, the JSON body of the rest.
 */
export interface Endpoint<Input extends z.ZodMiniType = z.ZodMiniType, Output extends z.ZodMiniType = z.ZodMiniType> {
  readonly method: Method
  readonly path: `/api/${string}`
  /** One plain sentence for the generated OpenAPI document. */
  readonly summary: string
  readonly input: Input
  readonly output: Output
}

export const endpoint = <Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  described: Endpoint<Input, Output>,
): Endpoint<Input, Output> => described
