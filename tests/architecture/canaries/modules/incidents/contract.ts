import * as z from 'zod'
import './events.ts'

export const Call = z.object({})
