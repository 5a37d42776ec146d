import { expect, it } from 'vitest'
import { readsWhole } from './leader-request.ts'

const nobody = { isHandling: false, isRecorder: false, isSupervisor: false }

it.each([
  [nobody, false],
  [{ ...nobody, isHandling: true }, true],
  [{ ...nobody, isRecorder: true }, true],
  [{ ...nobody, isSupervisor: true }, true],
])('%j reads the whole of it: %s', (seat, whole) => expect(readsWhole(seat)).toBe(whole))
