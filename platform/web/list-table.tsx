import { useEffect, useRef, useState } from 'react'
import type { HTMLAttributes, ReactNode } from 'react'
import { classes } from './classes.ts'
import { columnsThatFit } from './list-state.ts'
import type { ListColumn } from './list-state.ts'

export interface ListTableProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly ListColumn<Row>[]
  readonly idOf: (row: Row) => string
  readonly openId: string | undefined
  readonly cursorId: string | undefined
  readonly hrefOf: (row: Row) => string
  readonly onOpen: (row: Row) => void
  /** What stands where rows would be. */
  readonly empty: ReactNode
}

/** The rows of a list: a table at a desk, cards on a phone. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const [box, width] = useWidth()
  return (
    <div ref={box} className="list-table">
      {width > 0 && width < 560 ? <Cards {...props} /> : <Rows {...props} width={width} />}
    </div>
  )
}

function Rows<Row extends object>({ width, ...props }: ListTableProps<Row> & { width: number }) {
  const { rows, columns, idOf, openId, cursorId, onOpen } = props
  const shown = columnsThatFit(columns, width || Number.POSITIVE_INFINITY)
  return (
    <table className="list-rows" aria-label={props.label}>
      <colgroup>
        {shown.map(({ id, width: own }) => (
          <col key={id} {...(own && { width: own })} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {shown.map(({ id, title, align }) => (
            <th key={id} scope="col" className={align && 'align-right'}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && (
          <tr>
            <td colSpan={shown.length}>{props.empty}</td>
          </tr>
        )}
        {rows.map((row) => (
          <tr
            key={idOf(row)}
            className={classes('list-row', idOf(row) === openId && 'is-open', idOf(row) === cursorId && 'is-cursor')}
            {...rowAttributes(idOf(row), () => onOpen(row))}
          >
            {shown.map((column) => (
              <td key={column.id} className={classes(!column.width && 'one-line', column.align && 'align-right')}>
                {column.opens ? <OpenLink {...props} row={row} column={column} /> : column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const rowAttributes = (id: string, open: () => void): HTMLAttributes<HTMLElement> & { 'data-row': string } => ({
  'data-row': id,
  onClick: (event) => {
    if (!isInLink(event.target)) open()
  },
})

const Cards = <Row extends object>(props: ListTableProps<Row>) =>
  props.rows.length === 0 ? (
    props.empty
  ) : (
    <ul className="list-cards" aria-label={props.label}>
      {props.rows.map((row) => {
        const id = props.idOf(row)
        const cells = (where: 'head' | 'line') =>
          props.columns
            .filter((column) => (column.card ?? 'line') === where)
            .map((column) => (
              <Cell key={column.id} content={column.opens ? <OpenLink {...props} row={row} column={column} /> : column.cell(row)} />
            ))
        return (
          <li key={id} data-row={id} className={classes('list-card', id === props.openId && 'is-open')}>
            <div className="row wrap">{cells('head')}</div>
            <div className="list-card-lines">{cells('line')}</div>
          </li>
        )
      })}
    </ul>
  )

const Cell = ({ content }: { content: ReactNode }) => (content === null || content === '—' ? null : <span>{content}</span>)

const isInLink = (target: EventTarget): boolean => target instanceof Element && target.closest('a, button') !== null

function OpenLink<Row extends object>({
  row,
  column,
  hrefOf,
  onOpen,
  idOf,
  openId,
}: ListTableProps<Row> & { row: Row; column: ListColumn<Row> }) {
  return (
    <a
      href={hrefOf(row)}
      className="list-open"
      aria-current={idOf(row) === openId ? 'true' : undefined}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onOpen(row)
      }}
    >
      {column.cell(row)}
    </a>
  )
}

function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!box.current || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return [box, width] as const
}
