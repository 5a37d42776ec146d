/** One thing that the doctor looked at. `mend` is the command or step that puts it right. */
export interface Check {
  readonly zh: string
  readonly en: string
  readonly state: 'ok' | 'warning' | 'fault'
  readonly mend?: string
}

export const ok = (zh: string, en: string): Check => ({ zh, en, state: 'ok' })
export const warning = (zh: string, en: string, mend: string): Check => ({ zh, en, state: 'warning', mend })
export const fault = (zh: string, en: string, mend: string): Check => ({ zh, en, state: 'fault', mend })
