import type { relatedZh } from './related-zh.ts'

export const relatedEn: typeof relatedZh = {
  title: 'Calls and merging',
  alone: 'No later call, and nothing was merged into this.',
  later: (count) => (count === 1 ? 'One later call' : `${count} later calls`),
  mergedInto: 'Merged into',
  mergedElsewhere: 'Merged into another incident, which its own unit answers.',
  mergedFrom: 'Merged into this',
  acts: { 'add-call': 'Add a call', merge: 'Merge into another', unmerge: 'Undo the merging' },
  missing: 'Still missing:',
  history: {
    call: (channel) => `Later call (${channel})`,
    caller: (who) => `Caller ${who}`,
    mergedInto: (number) => `Merged into ${number}`,
    mergedFrom: (number) => `${number} merged into this incident`,
    unmerged: (number) => `Merging with ${number} undone`,
  },
  call: {
    explain: 'Another call about the same matter is noted here and gets no number of its own. The unit that answers is told.',
    channel: 'Source',
    name: 'Caller',
    phone: 'Phone',
    said: 'What was said',
    calledAt: 'Time of the call',
    act: 'Add the call',
  },
  merge: {
    explain:
      'Where one matter was registered twice, the later is merged into the earlier. Both numbers stay and find it; it can be undone.',
    find: 'Merge into which',
    findHint: 'Type the last digits of the number.',
    none: 'No incident that this can be merged into',
    reason: 'Reason',
    act: 'Merge',
  },
  unmerge: { explain: 'The incident stands again where it stood before.', reason: 'Reason', act: 'Undo the merging' },
}
