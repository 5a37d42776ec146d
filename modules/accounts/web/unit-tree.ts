interface Unit {
  readonly code: string
  readonly parentCode: string | null
}

/** Units in the order of their tree, each with how deep it stands. A unit whose parent is not in the list stands at the top. */
export function unitTree<Of extends Unit>(units: readonly Of[]): readonly { readonly unit: Of; readonly depth: number }[] {
  const codes = new Set(units.map(({ code }) => code))
  const below = (parent: string | null, depth: number): { unit: Of; depth: number }[] =>
    units.filter((unit) => topOf(unit) === parent).flatMap((unit) => [{ unit, depth }, ...below(unit.code, depth + 1)])
  const topOf = ({ parentCode }: Of) => (parentCode !== null && codes.has(parentCode) ? parentCode : null)
  return below(null, 0)
}
