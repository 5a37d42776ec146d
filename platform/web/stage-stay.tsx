import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'
import { classes } from './classes.ts'

const short = (days: number): string => String(Math.round(days * 10) / 10)

/** Time spent in this stage against the house's own allowance: a bar with a tick. Never a chip, never red: it is no statutory limit. */
export function StageStay({ spentDays, allowedDays }: { spentDays: number; allowedDays: number }) {
  const words = useWords(kitWords)
  const scale = Math.max(spentDays, allowedDays, 0.01)
  const percent = (days: number) => `${(Math.min(days, scale) / scale) * 100}%`
  const beyond = spentDays > allowedDays
  return (
    <span className="stay" role="img" aria-label={words.stay(short(spentDays), short(allowedDays))}>
      <span className="stay-bar">
        <span className="stay-spent" style={{ width: percent(Math.min(spentDays, allowedDays)) }} />
        {beyond && <span className="stay-beyond" style={{ left: percent(allowedDays), right: 0 }} />}
        <span className="stay-tick" style={{ left: percent(allowedDays) }} />
      </span>
      <span className={classes('stay-words', beyond ? 'tone-urgent' : 'muted')} aria-hidden="true">
        {words.stayShort(short(spentDays), short(allowedDays))}
      </span>
    </span>
  )
}
