export interface Login {
  readonly role: string
  readonly unitName: string
  readonly name: string
  readonly policeNumber: string
  readonly password: string
}

export interface Answer {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads the answer as the wire gives it, and fails where it differs
  readonly body: any
}

/** One signed-in officer, without a browser. */
export interface Session {
  readonly cookie: string
  get(path: string): Promise<Answer>
  post(path: string, body: object): Promise<Answer>
}

async function answerOf(response: Response): Promise<Answer> {
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return { status: response.status, body: isJson ? await response.json() : await response.text() }
}

export async function demoLogins(origin: string): Promise<readonly Login[]> {
  const { status, body } = await answerOf(await fetch(`${origin}/api/demo/logins`))
  if (status !== 200) throw new Error(`GET /api/demo/logins answers ${status}`)
  return body.rows as Login[]
}

export function loginOf(logins: readonly Login[], role: string): Login {
  const login = logins.find((one) => one.role === role)
  if (!login) throw new Error(`no demo login for ${role}`)
  return login
}

export async function signIn(origin: string, { policeNumber, password }: Pick<Login, 'policeNumber' | 'password'>): Promise<Session> {
  const post = (cookie: string, path: string, body: object) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'x-daylight': '1', 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const response = await post('', '/api/session', { policeNumber, password })
  if (response.status !== 200) throw new Error(`signing in answers ${response.status} ${await response.text()}`)
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return {
    cookie,
    get: async (path) => answerOf(await fetch(`${origin}${path}`, { headers: { cookie } })),
    post: async (path, body) => answerOf(await post(cookie, path, body)),
  }
}
