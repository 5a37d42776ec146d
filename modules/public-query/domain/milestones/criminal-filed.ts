import { defineMilestone, partyRoles } from '../milestone.ts'
import { complain } from './common-sayings.ts'

export const criminalFiled = defineMilestone({
  id: 'criminal-filed',
  reachedOn: 'cases.filed',
  kind: 'criminal',
  roles: partyRoles,
  title: { zh: '立案', en: 'Filed' },
  meaning: {
    zh: '公安机关认为有犯罪事实、需要追究刑事责任，已经开始侦查。',
    en: 'The police hold that a crime took place for which somebody must answer, and have begun to investigate.',
  },
  nextStep: { zh: '侦查', en: 'Investigation' },
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
    {
      text: {
        zh: '侦查中的证据、手段和对谁采取了什么措施依法保密，这里不显示。',
        en: 'Evidence and methods of the investigation, and which measure was taken on whom, are secret by law and not shown here.',
      },
      basis: [{ law: 'cpl', article: '152' }],
    },
  ],
  remedy: [complain],
  remedyWhenLate: [],
  // law: limits of custody bind the police, not the investigation, and are never shown to a party.
  nextLimit: { none: { zh: '法律没有规定侦查必须在哪一天结束。', en: 'The law sets no day by which an investigation must end.' } },
  hiddenIn: ['operational'],
  basis: [{ law: 'proc-crim', article: '178' }],
})
