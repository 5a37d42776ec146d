import { hash, verify } from '@node-rs/argon2'
import { waitInTurn } from './wait-in-turn.ts'

// why: OWASP's figures for argon2id; the library takes argon2id when no algorithm is named.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// why: 19 MiB and some 10 ms of a core each; more at once would starve everything else on two cores.
const inTurn = waitInTurn({ width: 2, longestQueue: 200 })

/** The hash of a random word that nobody knows, so that an unknown police number takes as long as a known one. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$pV0jwoGlOn3QUvmNHXaf0A$XaqZmPSxOpsrwPOqUs43puxkLah77JHC9lzuDwegdYM'

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost))

/** Null stands for an account that does not exist; the answer is no, and takes just as long. */
export const isPassword = async (password: string, verifier: string | null): Promise<boolean> => {
  const isRight = await inTurn(() => verify(verifier ?? nobody, password))
  return isRight && verifier !== null
}
