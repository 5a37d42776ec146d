import { defineMilestone, partyRoles } from '../milestone.ts'
import { complain } from './common-sayings.ts'

export const measureTaken = defineMilestone({
  id: 'measure-taken',
  reachedOn: 'cases.measureTaken',
  kind: 'criminal',
  // law: that a measure was taken is a node of the query for all three; its kind for a victim rests on a rule that was not read (§4.1, unconfirmed).
  roles: partyRoles,
  title: { zh: '采取强制措施', en: 'Coercive measure taken' },
  meaning: {
    zh: '公安机关已依法在本案中采取强制措施。对谁采取、采取哪一种，依法保密，这里不显示。',
    en: 'The police have taken a coercive measure in this case. On whom, and which, is secret by law and not shown here.',
  },
  nextStep: { zh: '继续侦查', en: 'The investigation goes on' },
  whatIsNext: [
    {
      text: {
        zh: '侦查终结，犯罪事实清楚，证据确实、充分的，移送人民检察院审查起诉；不应当追究刑事责任的，撤销案件。',
        en: 'When the investigation ends with clear facts and sufficient evidence, the case goes to the procuratorate; if nobody may be held liable, it is withdrawn.',
      },
      basis: [
        { law: 'cpl', article: '162' },
        { law: 'proc-crim', article: '186' },
      ],
    },
  ],
  remedy: [complain],
  remedyWhenLate: [],
  // law: limits of custody bind the police, not the investigation, and are never shown to a party.
  nextLimit: { none: { zh: '法律没有规定侦查必须在哪一天结束。', en: 'The law sets no day by which an investigation must end.' } },
  // law: compulsory measures on minors are sealed; of the other sensitive kinds even the node may reach the wrong person (§4.4).
  hiddenIn: ['domestic', 'sexual', 'minor', 'operational'],
  basis: [
    { law: 'cpl', article: '66' },
    { law: 'cpl', article: '80' },
    { law: 'cpl', article: '82' },
  ],
})
