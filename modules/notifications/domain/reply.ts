/** Why nothing more goes to a phone: its owner wants no messages, or is not the one they were meant for. */
export const stopKinds = ['opt-out', 'wrong-number'] as const
export type StopKind = (typeof stopKinds)[number]

const optOut = /^(td|t|退订|拒收)$/
const wrongNumber = /^(n|错号|打错了|发错了|不是我|不是本人)$/

/** What a person means who answers a message; nothing for what is no command. */
export function readReply(text: string): StopKind | undefined {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s。.!！,，“”"']/g, '')
  if (optOut.test(said)) return 'opt-out'
  return wrongNumber.test(said) ? 'wrong-number' : undefined
}
