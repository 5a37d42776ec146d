import { Slot, useFills } from './slot.tsx'
import { Panel } from './panel.tsx'
import { Told } from './page-state.tsx'
import { useFormat } from './use-format.ts'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

/** My day: what waits for me, gathered from the modules. */
export function HomePage() {
  const words = useWords(kitWords)
  const format = useFormat()
  const filled = useFills('home.section').length + useFills('home.aside').length
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.day}</h1>
        <p className="page-counts">
          {format.longDay(format.now)} {format.weekday(format.now)}
        </p>
      </header>
      {filled === 0 ? (
        <Panel>
          <Told title={words.dayEmpty.title} why={words.dayEmpty.why} />
        </Panel>
      ) : (
        <div className="home-columns">
          <div className="stack">
            <Slot name="home.section" props={{}} />
          </div>
          <div className="stack home-aside">
            <Slot name="home.aside" props={{}} />
          </div>
        </div>
      )}
    </div>
  )
}
