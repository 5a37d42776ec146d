/** Chance that can be repeated: the same seed gives the same draws on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number
  /** Both ends included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** Draws by weight; the weights need not add up to one. */
  weighted<T>(from: readonly (readonly [T, number])[]): T
  /** UUID version 7 of this instant. */
  id(at: Date): string
}

/** FNV-1a over the UTF-16 units, spread over four words by different starts. */
function words(seed: string): [number, number, number, number] {
  const hash = (start: number) => {
    let value = start >>> 0
    for (let at = 0; at < seed.length; at++) value = Math.imul(value ^ seed.charCodeAt(at), 16_777_619) >>> 0
    return value
  }
  return [hash(2_166_136_261), hash(2_654_435_769), hash(1_013_904_223), hash(3_266_489_917)]
}

/** sfc32: small, fast, and good enough for a county that does not exist. */
function sfc32(seed: string): () => number {
  let [a, b, c, counter] = words(seed)
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let turn = 0; turn < 16; turn++) next()
  return next
}

const hex = (value: number, length: number) => value.toString(16).padStart(length, '0')

function uuidAt(at: Date, next: () => number): string {
  const time = hex(at.getTime(), 12)
  const [one, two, three] = [next(), next(), next()]
  const variant = 0x8000 | (two & 0x3fff)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(one & 0xfff, 3)}-${hex(variant, 4)}-${hex(two >>> 16, 4)}${hex(three, 8)}`
}

/** `seed` names the purpose too, so that one more draw in one place does not move all the others. */
export function randomOf(seed: string): Random {
  const word = sfc32(seed)
  const next = () => word() / 4_294_967_296
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: <T>(from: readonly T[]) => from[int(0, from.length - 1)] as T,
    weighted: <T>(from: readonly (readonly [T, number])[]) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      const found = from.find(([, weight]) => (left -= weight) < 0) ?? from.at(-1)
      return (found as readonly [T, number])[0]
    },
    id: (at) => uuidAt(at, word),
  }
}
