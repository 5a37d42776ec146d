/** What the main thread asks of the paper worker. Facts travel as JSON text: a template can read them, never run them. */
export interface PaperOrder {
  readonly id: number
  readonly template: string
  readonly facts: string
  readonly issuedAtSeconds: number
}

export type PaperDelivery =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly diagnostics: readonly string[] }
