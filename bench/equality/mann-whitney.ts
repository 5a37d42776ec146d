/** What the rank-sum test says of two samples. */
export interface Comparison {
  /** How likely such a difference is if both come from one distribution, two-sided. */
  readonly p: number
  /** How often one of the first is larger than one of the second; ties count half. 0.5: neither. */
  readonly larger: number
}

/** Abramowitz and Stegun 7.1.26; wrong by less than 1.5e-7. */
function errorFunction(x: number): number {
  const t = 1 / (1 + 0.3275911 * x)
  const sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return 1 - sum * Math.exp(-x * x)
}

interface Ranked {
  /** Sum of the ranks of the first sample; equal values share the mean of their ranks. */
  readonly ranks: number
  /** Sum of t³ − t over the groups of equal values. */
  readonly ties: number
}

function rank(one: readonly number[], other: readonly number[]): Ranked {
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))]
  all.sort((a, b) => a.value - b.value)
  let [ranks, ties] = [0, 0]
  for (let start = 0; start < all.length;) {
    let end = start
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1
    const group = all.slice(start, end)
    ranks += ((start + 1 + end) / 2) * group.filter(({ isOne }) => isOne).length
    ties += group.length ** 3 - group.length
    start = end
  }
  return { ranks, ties }
}

/** Mann and Whitney 1947, by the normal approximation with its correction for ties; for samples of twenty and more. */
export function mannWhitney(one: readonly number[], other: readonly number[]): Comparison {
  const [n, m] = [one.length, other.length]
  const { ranks, ties } = rank(one, other)
  const u = ranks - (n * (n + 1)) / 2
  const variance = ((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1)))
  const z = variance === 0 ? 0 : Math.max(0, Math.abs(u - (n * m) / 2) - 0.5) / Math.sqrt(variance)
  return { p: 1 - errorFunction(z / Math.SQRT2), larger: u / (n * m) }
}
