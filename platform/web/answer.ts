import { useCallback, useState } from 'react'
import { QueryClient, keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import type { Endpoint } from '#platform/shared/endpoint.ts'
import { ProblemError, call } from './call.ts'

/** One for the whole page. A refusal is an answer and is not asked again; a lost connection is tried twice more. */
export const createAnswers = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 2_000, retry: (count, error) => !(error instanceof ProblemError) && count < 2, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })

export interface AnswerOptions {
  /** Ask again this often, for pages where others' work must appear. */
  readonly everyMs?: number
  /** Also while another window lies over the page, where a sound or the title must tell of something new. */
  readonly inBackground?: true
  /** To ask is itself written into a trail, so a window that comes back to the front does not ask again. */
  readonly isRecorded?: true
  /** Do not ask yet. */
  readonly notYet?: boolean
  /** Keep showing the answer to the previous question until the next one is there. */
  readonly keepPrevious?: boolean
}

/** What the server answers to a GET, kept and asked again when an act may have changed it. */
export function useAnswer<Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  endpoint: Endpoint<Input, Output>,
  input: z.input<Input>,
  options: AnswerOptions = {},
): UseQueryResult<z.output<Output>> {
  return useQuery<z.output<Output>>({
    queryKey: [endpoint.path, input],
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled: !options.notYet,
    ...(options.everyMs && { refetchInterval: options.everyMs, refetchIntervalInBackground: options.inBackground ?? false }),
    ...(options.isRecorded && { refetchOnWindowFocus: false, refetchOnReconnect: false }),
    ...(options.keepPrevious && { placeholderData: keepPreviousData }),
  })
}

export interface Act<Input, Output> {
  /** Does it; the answer, or `undefined` when it was refused (then `problem` says why and the form keeps what was typed). */
  readonly run: (input: Input) => Promise<Output | undefined>
  readonly pending: boolean
  readonly problem: unknown
  readonly clear: () => void
}

/** One act of a person. After it every answer on the page is asked again, so figures and rows agree. */
export function useAct<Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  endpoint: Endpoint<Input, Output>,
  options: { readonly expectSignedOut?: boolean } = {},
): Act<z.input<Input>, z.output<Output>> {
  const answers = useQueryClient()
  const [problem, setProblem] = useState<unknown>(null)
  const expectSignedOut = options.expectSignedOut ?? false
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (input: z.input<Input>) => call(endpoint, input, { expectSignedOut }),
    onSuccess: () => void answers.invalidateQueries(),
  })
  const run = useCallback(
    async (input: z.input<Input>) => {
      setProblem(null)
      return mutateAsync(input).catch((refused: unknown) => {
        setProblem(refused)
        return undefined
      })
    },
    [mutateAsync],
  )
  return { run, pending: isPending, problem, clear: useCallback(() => setProblem(null), []) }
}
