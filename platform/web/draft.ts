import { useCallback, useState } from 'react'
import { fieldProblem } from './refusal.tsx'

/**
 * What is being typed into a form. It is kept whatever the server answers.
 * `field('place')` gives value, setter and the error that the last answer named for it.
 */
export function useDraft<Values extends object>(first: Values, problem: unknown = null) {
  const [values, setValues] = useState(first)
  const set = useCallback(
    <Name extends keyof Values>(name: Name, value: Values[Name]) => setValues((before) => ({ ...before, [name]: value })),
    [],
  )
  return {
    values,
    set,
    clear: () => setValues(first),
    errorAt: (name: keyof Values & string) => fieldProblem(problem, name),
    /** For native fields: `<input className="input" {...control} {...draft.text('place')} />` */
    text: (name: { [Name in keyof Values]: Values[Name] extends string ? Name : never }[keyof Values]) => ({
      value: values[name] as string,
      onChange: (event: { target: { value: string } }) => set(name, event.target.value as Values[typeof name]),
    }),
  }
}
