import { Button } from './button.tsx'
import { grouped } from './format.ts'
import { useWords } from './language.ts'
import type { ListAddress } from './use-list.ts'
import { kitWords } from './words/kit-words.ts'

interface FootPage {
  readonly rows: readonly unknown[]
  readonly next: string | null
  readonly count: number
  readonly more: boolean
}

/** Where one is in the list, the keys that move, and the way to the next page. */
export function ListFoot({ page, address, hasDrawer }: { page: FootPage; address: ListAddress; hasDrawer: boolean }) {
  const words = useWords(kitWords)
  const { before, after } = address.place
  const { next } = page
  return (
    <div className="list-foot">
      <p className="list-range">
        {page.rows.length > 0 && `${words.list.range(before + 1, before + page.rows.length)} `}
        {words.list.total(grouped(page.count), page.more)}
      </p>
      <p className="list-keys" aria-hidden="true">
        <kbd>J</kbd> <kbd>K</kbd> {words.keys.move} <kbd>Enter</kbd> {words.keys.open} {hasDrawer && <kbd>O</kbd>}{' '}
        {hasDrawer && words.keys.fullPage} <kbd>F</kbd> {words.keys.filter}
      </p>
      <div className="row">
        <Button size="small" onClick={address.previous} reasonShownElsewhere disabledBecause={after ? undefined : words.list.pageFirst}>
          {words.list.previousPage}
        </Button>
        <Button
          size="small"
          onClick={() => next && address.next(next, page.rows.length)}
          reasonShownElsewhere
          disabledBecause={next ? undefined : words.list.pageLast}
        >
          {words.list.nextPage}
        </Button>
      </div>
    </div>
  )
}
