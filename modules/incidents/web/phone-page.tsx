import './incidents.css'
import { useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useKeptSetting } from '#platform/web/kept-setting.ts'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { PageState, Told } from '#platform/web/page-state.tsx'
import { PhoneFrame } from '#platform/web/phone-frame.tsx'
import { StateChip } from '#platform/web/state-chip.tsx'
import { unitDuties } from '../contract.ts'
import type { DutyCard } from '../contract.ts'
import { categoryOf } from '../domain/category.ts'
import { dutySound, useSoundBlocked } from './duty-sound.ts'
import { GradePlate, Standing } from './incident-marks.tsx'
import { incidentWords } from './screen-words.ts'
import { sendingWords } from './sending-words.ts'

/** My unit's duties on the officer's phone, the most urgent first. */
export function PhonePage() {
  const words = useWords(incidentWords)
  const answer = useAnswer(unitDuties, {})
  const { counts } = words.duties
  return (
    <PhoneFrame title={words.phone.title} clock={answer.data && answer.data.unsigned > 0 && `${counts.unsigned} ${answer.data.unsigned}`}>
      <PageState answer={answer}>
        {(duties) => (
          <>
            <p className="muted">
              {counts.unsigned} <b>{duties.unsigned}</b> · {counts.underWay} <b>{duties.underWay}</b>
              {duties.awaitsHandOver > 0 && ` · ${counts.awaitsHandOver} ${duties.awaitsHandOver}`}
              {duties.awaitsFiling > 0 && ` · ${counts.awaitsFiling} ${duties.awaitsFiling}`}
            </p>
            {duties.rows.length === 0 && <Told title={words.duties.empty} why={words.duties.emptyWhy} />}
            <ul className="duty-cards" aria-label={words.phone.title}>
              {duties.rows.map((card) => (
                <li key={card.id}>
                  <Duty card={card} />
                </li>
              ))}
            </ul>
          </>
        )}
      </PageState>
      <PhoneEnds />
    </PhoneFrame>
  )
}

function Duty({ card }: { card: DutyCard }) {
  const sending = useWords(sendingWords)
  const language = useLanguage()
  return (
    <PageLink className="duty-card" to={`/staff/phone/${card.id}`}>
      <span className="phone-title">
        <GradePlate grade={card.grade} />
        {categoryOf(card.category)?.[language] ?? card.category}
      </span>
      <span className="phone-place">{card.place}</span>
      <span className="phone-line">
        <StateChip state={card.response.level} />
        <Standing card={card} />
        {card.isAssisting && <span className="strong">{sending.assist}</span>}
        {card.handOns > 0 && <span className="muted">{sending.handOnsMark(card.handOns)}</span>}
        {card.holderName && <span className="muted">{card.holderName}</span>}
      </span>
    </PageLink>
  )
}

function PhoneEnds() {
  const words = useWords(incidentWords)
  const sound = useKeptSetting(dutySound)
  const blocked = useSoundBlocked()
  return (
    <div className="row wrap">
      <Button kind="link" onClick={() => dutySound.write(sound === 'on' ? 'off' : 'on')}>
        {sound === 'on' ? words.duties.soundOn : words.duties.soundOff}
      </Button>
      {blocked && <span className="caption">{words.duties.soundBlocked}</span>}
      <PageLink className="button link push-right" to="/staff/">
        {words.phone.toDesk}
      </PageLink>
    </div>
  )
}
