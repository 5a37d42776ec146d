import { useStanding } from './me.tsx'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

/** A slim strip on pages without the frame of a demo: nobody may take invented people for real ones. */
export function DemoMark() {
  const words = useWords(kitWords)
  return useStanding().demo ? (
    <aside className="demo-mark" aria-label={words.demoShort}>
      {words.demoMark}
    </aside>
  ) : null
}

/** The same inside the bar, where the frame is. */
export function DemoLabel() {
  const words = useWords(kitWords)
  return useStanding().demo ? (
    <span className="demo-label">
      <span className="only-desk">{words.demoMark}</span>
      <span className="only-phone">{words.demoShort}</span>
    </span>
  ) : null
}
