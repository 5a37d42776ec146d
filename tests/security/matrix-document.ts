import { marks, type Matrix } from './authorisation-matrix.ts'

const legend = `# Who may do what, to whose things

Asked over HTTP of the whole house by \`authorisation-matrix.test.ts\`; do not edit, read the diff. \`npm test -- authorisation-matrix -u\` writes it anew.

One row for each endpoint, one column for each role. A cell holds up to six marks: what is held by the **own** unit, by **another** unit, by a unit **below** the
own one (the officer belongs to the bureau), first of an ordinary thing and then, after the space, of a secret one. One mark alone stands for all of them. *Officer in charge* is
the officer who holds the case; the column *officer* is a colleague of the same unit.

| mark | meaning |
|---|---|
| ${marks.done} | carried out; or a list names the thing |
| ${marks.refusedByRule} | may, and learns that the thing exists, but its state or a rule refuses today |
| ${marks.notYours} | sees the thing, but it is for somebody else to do this to it |
| ${marks.absent} | the same answer as for a thing that does not exist; or a list leaves it out |
| ${marks.notAllowed} | not for this role, whatever the thing |
`

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The matrix as people read it, one table for each module. */
export function matrixDocument({ rows, columns }: Matrix): string {
  const head = ['action', 'endpoint', ...columns.map(({ title }) => title)]
  const tables = [...Map.groupBy(rows, ({ module }) => module)].map(([module, own]) =>
    [
      `## ${module}`,
      '',
      line(head),
      line(head.map(() => '---')),
      ...own.map(({ name, address, cells }) => line([name.includes(' ') ? '–' : name, `\`${address}\``, ...cells])),
      '',
    ].join('\n'),
  )
  return [legend, ...tables].join('\n')
}
