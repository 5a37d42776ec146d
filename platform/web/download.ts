import type { Endpoint } from '#platform/shared/endpoint.ts'
import { callFor } from './call.ts'

/** A file that came whole: its name, and how many rows the server says it has. */
export interface Download {
  readonly name: string
  readonly rows: number
}

const nameIn = (disposition: string | null): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1] ?? 'daylight.csv')

/** Asks for a file and hands it to the browser to keep. Nothing is kept of a file that did not come whole. */
export async function download(endpoint: Pick<Endpoint, 'method' | 'path'>, input: unknown): Promise<Download> {
  const response = await callFor(endpoint, input)
  const name = nameIn(response.headers.get('content-disposition'))
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
  return { name, rows: Number(response.headers.get('x-daylight-rows')) }
}
