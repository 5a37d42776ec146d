/** Every module may use these, apart from the foundations themselves. */
export const foundations = ['accounts', 'audit', 'notifications', 'law-library']

const moreThanFoundations = {
  deadlines: [],
  recordings: [],
  cases: ['deadlines', 'recordings'],
  incidents: ['cases', 'deadlines', 'recordings'],
  callbacks: ['incidents', 'cases'],
  property: ['cases', 'deadlines'],
  supervision: ['incidents', 'callbacks', 'cases', 'deadlines', 'recordings', 'property'],
  'penalty-comparison': ['cases'],
  interviews: ['cases', 'deadlines', 'recordings'],
  handovers: ['cases', 'deadlines', 'recordings', 'property'],
  'legal-advice': ['cases', 'deadlines'],
  'incident-command': ['incidents'],
  'case-board': ['cases', 'deadlines', 'supervision', 'penalty-comparison', 'interviews', 'handovers'],
  openness: ['incidents', 'cases', 'supervision'],
  'public-query': ['incidents', 'cases', 'deadlines', 'callbacks', 'property', 'handovers'],
}

/**
 * Which modules each module may use through their doors, in the order in which migrations and start-up read them.
 * To change it, edit this file and add an ADR that says why; the border check and the drawn map follow.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const mayUse = {
  accounts: [],
  'law-library': [],
  audit: ['accounts'],
  notifications: ['accounts'],
  ...Object.fromEntries(Object.entries(moreThanFoundations).map(([name, more]) => [name, [...foundations, ...more]])),
}
