/** What keeps the embedded PostgreSQL from running, in plain words and with what to do next. */
export class EmbeddedFault extends Error {
  constructor(zh: string, en: string, cause?: unknown) {
    super(`${zh}\n${en}`, { cause })
    this.name = 'EmbeddedFault'
  }
}
