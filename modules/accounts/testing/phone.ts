import type { Officer } from '#kernel/actor.ts'
import type { World } from '#platform/testing/world.ts'
import { beginSecondFactor } from '../server/begin-second-factor.ts'
import { confirmSecondFactor } from '../server/confirm-second-factor.ts'
import { codeAt, stepAt } from '../server/totp.ts'

/** The authenticator of an officer, as an app on a phone would have it. */
export interface Phone {
  /** What it shows now, or so many steps of half a minute later. */
  code(stepsLater?: number): string
  readonly recoveryCodes: readonly string[]
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

export const codeOn = (world: World, secret: string, stepsLater = 0): string =>
  codeAt(bytesOf(secret), stepAt(world.clock.now) + stepsLater)

/** Sets a second factor up for the officer, as the account page does, and goes one step on, so that the next code is a new one. */
export async function setUpPhone(world: World, officer: Officer): Promise<Phone> {
  const { secret } = await world.perform(beginSecondFactor, officer, {})
  const { recoveryCodes } = await world.perform(confirmSecondFactor, officer, { code: codeOn(world, secret) })
  world.advance({ seconds: 30 })
  return { code: (stepsLater) => codeOn(world, secret, stepsLater), recoveryCodes }
}
