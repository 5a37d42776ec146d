import './list.css'
import { Suspense, lazy, useState } from 'react'
import type { ReactNode } from 'react'
import type * as z from 'zod/mini'
import type { Endpoint } from '#platform/shared/endpoint.ts'
import type { Page } from '#platform/shared/page.ts'
import { useAnswer } from './answer.ts'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import { ListDrawer } from './list-drawer.tsx'
import { ListFilters } from './list-filters.tsx'
import { ListFoot } from './list-foot.tsx'
import { ListTable } from './list-table.tsx'
import { useListAddress, useHeldRows } from './use-list.ts'
import type { HeldAnswer, ListAddress } from './use-list.ts'
import type { ListColumn, ListFilter, ListView } from './list-state.ts'
import { useListKeys } from './use-list-keys.ts'
import { useGo, usePathname } from './navigation.tsx'
import type { Search } from './navigation.tsx'
import { SkeletonRows, Told, Unanswered } from './page-state.tsx'
import { useWords } from './language.ts'
import { Slot } from './slot.tsx'
import { kitWords } from './words/kit-words.ts'

type RowOf<Output extends z.ZodMiniType> = z.output<Output> extends Page<infer Row> ? Row & object : never

export interface ListQuestion {
  readonly filters: Search
  readonly after?: string
  readonly limit: number
}

export interface ListCount {
  readonly label: string
  readonly value: number
  readonly tone?: 'overdue' | 'urgent' | 'due-soon'
}

export interface ListPageProps<Input extends z.ZodMiniType, Output extends z.ZodMiniType<Page<unknown>>> {
  readonly title: string
  /** Figures beside the title; from the same query description as the rows. */
  readonly counts?: readonly ListCount[]
  readonly endpoint: Endpoint<Input, Output>
  /** From the filters in the address to what the endpoint wants. */
  readonly input: (question: ListQuestion) => z.input<Input>
  readonly columns: readonly ListColumn<RowOf<Output>>[]
  readonly idOf: (row: RowOf<Output>) => string
  readonly filters?: readonly ListFilter[]
  readonly views?: readonly ListView[]
  /** The drawer's content; pushes the table. Without it a row opens its page. */
  readonly drawer?: {
    readonly title: (row: RowOf<Output>) => ReactNode
    readonly body: (row: RowOf<Output>) => ReactNode
    readonly foot?: (row: RowOf<Output>) => ReactNode
  }
  readonly pageOf?: (row: RowOf<Output>) => string
  readonly acts?: ReactNode
  /** The list may be taken along as a file, as it is filtered now. */
  readonly exports?: { readonly endpoint: Pick<Endpoint, 'method' | 'path'>; readonly mayUnmask: boolean }
  readonly empty: { readonly title: string; readonly why?: string }
  /** A second section of the page. */
  readonly below?: ReactNode
  readonly everyMs?: number
  readonly limit?: number
}

/** The rows of the present question, and what may be done with them. */
function useListRows<Input extends z.ZodMiniType, Output extends z.ZodMiniType<Page<unknown>>>(props: ListPageProps<Input, Output>) {
  type Row = RowOf<Output>
  const { endpoint, idOf, filters = [], views = [], drawer, pageOf, limit = 50, everyMs = 5_000 } = props
  const address = useListAddress(filters, views)
  const { after } = address.place
  const question = { filters: address.filters, limit, ...(after && { after }) }
  const answer = useAnswer(endpoint, props.input(question), { everyMs, keepPrevious: true })
  const [pointed, setPointed] = useState(false)
  const held = useHeldRows<Row>(answer as HeldAnswer<Row>, JSON.stringify(question), idOf, pointed || address.openId !== undefined)
  const rows = held.page?.rows ?? []
  const go = useGo()
  const openFull = (row: Row) => pageOf && go(pageOf(row))
  const open = (row: Row) => (drawer ? address.open(idOf(row)) : openFull(row))
  const cursor = useListKeys({ rows, idOf, open, openFull, openId: address.openId, close: () => address.open('') })
  return { address, answer, held, rows, open, cursor, setPointed, views, filters }
}

/** A list of record: title with counts, views, filters in the address, table, drawer, paging by key. */
export function ListPage<Input extends z.ZodMiniType, Output extends z.ZodMiniType<Page<unknown>>>(props: ListPageProps<Input, Output>) {
  type Row = RowOf<Output>
  const { title, columns, idOf, drawer, pageOf } = props
  const { address, answer, held, rows, open, cursor, setPointed, views, filters } = useListRows(props)
  const opened = drawer && rows.find((row) => idOf(row) === address.openId)
  const table = held.page && (
    <>
      <ListTable
        label={title}
        rows={rows}
        columns={columns}
        idOf={idOf}
        openId={address.openId}
        cursorId={cursor}
        hrefOf={(row: Row) => pageOf?.(row) ?? `?open=${encodeURIComponent(idOf(row))}`}
        onOpen={open}
        empty={<EmptyList empty={props.empty} address={address} />}
      />
      <ListFoot page={held.page} address={address} hasDrawer={Boolean(drawer)} />
    </>
  )
  return (
    <div className={classes('list-page', opened && 'with-drawer')}>
      <div className="list-main">
        <ListHead title={title} counts={props.counts} acts={actsOf(props, address)} views={views} address={address} count={held.page} />
        <div className="list-bar">
          <ListFilters filters={filters} address={address} />
          {held.waiting > 0 && <Updates count={held.waiting} show={held.show} />}
        </div>
        <section
          className="panel list-panel"
          aria-label={title}
          onPointerEnter={() => setPointed(true)}
          onPointerLeave={() => setPointed(false)}
        >
          {table ?? <Waiting answer={answer} />}
        </section>
        {props.below}
      </div>
      {opened && (
        <ListDrawer
          listTitle={title}
          title={drawer.title(opened)}
          foot={drawer.foot?.(opened)}
          rows={rows.map(idOf)}
          address={address}
          {...(pageOf && { fullPage: pageOf(opened) })}
        >
          {drawer.body(opened)}
        </ListDrawer>
      )}
    </div>
  )
}

/** What may be done with the list as it is filtered now, then what the page adds. */
const actsOf = <Input extends z.ZodMiniType, Output extends z.ZodMiniType<Page<unknown>>>(
  { exports, input, acts }: ListPageProps<Input, Output>,
  { filters }: ListAddress,
): ReactNode => (
  <>
    {exports && <ExportAct {...exports} input={input({ filters, limit: 1 })} />}
    {acts}
  </>
)

// why: seldom needed, and the list is the heaviest page of the house.
const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }))

interface ExportActProps {
  readonly endpoint: Pick<Endpoint, 'method' | 'path'>
  readonly mayUnmask: boolean
  readonly input: unknown
}

function ExportAct(props: ExportActProps) {
  const words = useWords(kitWords).exports
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.open}</Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ExportDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

const Waiting = ({ answer }: { answer: { readonly error: unknown; readonly refetch: () => unknown } }) =>
  answer.error ? <Unanswered error={answer.error} retry={() => void answer.refetch()} /> : <SkeletonRows rows={12} />

interface HeadProps {
  readonly title: string
  readonly counts: readonly ListCount[] | undefined
  readonly acts: ReactNode
  readonly views: readonly ListView[]
  readonly address: ListAddress
  readonly count: { readonly count: number; readonly more: boolean } | undefined
}

function ListHead({ title, counts = [], acts, views, address, count }: HeadProps) {
  const words = useWords(kitWords).list
  // why: while the next page is on its way the address is that page's already, and this list is still shown.
  const [list] = useState(usePathname())
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
        <p className="page-counts">
          {counts.map(({ label, value, tone }) => (
            <span key={label}>
              {label} <b className={tone && value > 0 ? `tone-${tone}` : 'strong'}>{value}</b>
            </span>
          ))}
        </p>
        <div className="row wrap push-right">{acts}</div>
      </header>
      {views.length > 0 && (
        <nav className="tabs" aria-label={words.views}>
          {views.map((view) => {
            const current = view.id === address.view?.id
            const shown = view.count ?? (current && !address.hasOwnFilters ? count?.count : undefined)
            return (
              <button
                key={view.id}
                type="button"
                className="tab"
                aria-current={current ? 'page' : undefined}
                onClick={() => address.setView(view.id)}
              >
                {view.label}
                {shown !== undefined && <span className="caption">{` ${shown}${current && count?.more ? '+' : ''}`}</span>}
              </button>
            )
          })}
          <Slot name="list.views" props={{ list, search: address.own, show: address.show }} />
        </nav>
      )}
    </>
  )
}

function Updates({ count, show }: { count: number; show: () => void }) {
  const words = useWords(kitWords).list
  return (
    <span className="push-right" role="status">
      <Button size="small" onClick={show}>
        {words.updates(count)}
      </Button>
    </span>
  )
}

function EmptyList({ empty, address }: { empty: { title: string; why?: string }; address: ListAddress }) {
  const words = useWords(kitWords).list
  const clear = address.hasOwnFilters && <Button onClick={address.clear}>{words.clearFilters}</Button>
  return <Told title={empty.title} why={empty.why} wayOn={clear} />
}
