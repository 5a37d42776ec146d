import type { Kysely } from 'kysely'

export type Asked = Kysely<unknown>
