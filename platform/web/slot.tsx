import { Suspense, createContext, lazy, use } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { useMe } from './me.tsx'
import type { FillOf, SlotFill, SlotName, SlotProps } from './page-def.ts'

const Fills = createContext<readonly SlotFill[]>([])

export const SlotProvider = ({ fills, children }: { fills: readonly SlotFill[]; children: ReactNode }) => (
  <Fills value={fills}>{children}</Fills>
)

/** What fills this place for me, in order. */
export function useFills<Name extends SlotName>(name: Name): readonly FillOf<Name>[] {
  const me = useMe()
  const mine = use(Fills).filter((fill) => fill.slot === name && fill.visibleTo(me))
  // why: the union remembers which name goes with which props, but filtering by a name that is itself a type parameter loses it.
  return [...mine].sort((one, other) => one.order - other.order) as unknown as readonly FillOf<Name>[]
}

// why: a lazy component must be made once, or React would load and mount it anew at each rendering.
const parts = new WeakMap<object, ComponentType<object>>()

function partOf(fill: { readonly load: () => Promise<unknown> }): ComponentType<object> {
  const made = parts.get(fill) ?? lazy(async () => ({ default: (await fill.load()) as ComponentType<object> }))
  parts.set(fill, made)
  return made
}

/** One part of a slot; for pages that show their parts as tabs. */
export function Fill<Name extends SlotName>({ fill, props }: { fill: FillOf<Name>; props: SlotProps[Name] }) {
  const Part = partOf(fill)
  return (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  )
}

/** A named place that modules further down the map may fill. */
export function Slot<Name extends SlotName>({ name, props }: { name: Name; props: SlotProps[Name] }) {
  return useFills(name).map((fill, index) => <Fill key={index} fill={fill} props={props} />)
}
