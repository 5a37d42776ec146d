/** As what somebody answers a party who disagrees. */
export const answerers = ['case-centre', 'unit-head', 'leader'] as const
export type Answerer = (typeof answerers)[number]

/** The case centre answers; of a secret case it may not even know, so there the head of the unit does, or the leader. */
export const answerersOf = (isHidden: boolean): readonly Answerer[] => (isHidden ? ['unit-head', 'leader'] : ['case-centre'])
