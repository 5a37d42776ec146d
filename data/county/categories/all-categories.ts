import type { Category } from '../category.ts'
import { dispute } from './dispute.ts'
import { help } from './help.ts'
import { other } from './other.ts'
import { personalHarm } from './personal-harm.ts'
import { propertyCrime } from './property-crime.ts'
import { publicPeace } from './public-peace.ts'
import { traffic } from './traffic.ts'

/** Every kind of call that the county knows. */
export const allCategories: readonly Category[] = [
  ...propertyCrime,
  ...personalHarm,
  ...publicPeace,
  ...traffic,
  ...dispute,
  ...help,
  ...other,
]
