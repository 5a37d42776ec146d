import { readFileSync } from 'node:fs'

/** Reads the one file that is named (`-` is standard input) and prints its answers as JSON, and nothing else. Answers the exit code: 2 if it cannot be read or understood. */
export function answerFile(
  [file, ...rest]: readonly string[],
  usage: string,
  answer: (text: string) => readonly unknown[],
  isMalformed: (fault: unknown) => boolean,
): 0 | 2 {
  if (file === undefined || rest.length > 0) {
    process.stderr.write(usage)
    return 2
  }
  try {
    const answers = answer(readFileSync(file === '-' ? 0 : file, 'utf8'))
    process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`)
    return 0
  } catch (fault) {
    const isOfFile = fault instanceof Error && (isMalformed(fault) || 'code' in fault)
    if (!isOfFile) throw fault
    process.stderr.write(`${fault.message}\n`)
    return 2
  }
}
