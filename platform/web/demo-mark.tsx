import { useStanding } from './me.tsx'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

/** A slim strip on every page of a demo: nobody may take invented people for real ones. */
export function DemoMark() {
  const words = useWords(kitWords)
  return useStanding().demo ? (
    <p className="demo-mark" role="note">
      {words.demoMark}
    </p>
  ) : null
}
