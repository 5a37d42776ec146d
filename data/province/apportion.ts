/** Divides a whole by weights into whole parts that add up to it. */
export function apportion(whole: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let [before, given] = [0, 0]
  return weights.map((weight) => {
    before += weight
    const part = Math.round((whole * before) / all) - given
    given += part
    return part
  })
}
