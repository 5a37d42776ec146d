import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { uploadImport } from '../../contract.ts'
import type { CheckedFile } from '../../contract.ts'
import { importLimits } from '../../domain/import-columns.ts'

const idle = { name: null, pending: false, problem: null, isTooLarge: false, checked: null }

interface Upload {
  readonly name: string | null
  readonly pending: boolean
  readonly problem: unknown
  readonly isTooLarge: boolean
  readonly checked: CheckedFile | null
}

/** Sends one file after the other; what was found in the last one stays until the next is chosen. */
export function useUpload() {
  const answers = useQueryClient()
  const [upload, setUpload] = useState<Upload>(idle)
  const send = async (file: File) => {
    // why: a browser that is refused in mid-sending may show a lost connection in place of the refusal.
    if (file.size > importLimits.fileBytes) return setUpload({ ...idle, name: file.name, isTooLarge: true })
    setUpload({ ...idle, name: file.name, pending: true })
    const ended = await call(uploadImport, {}, { file }).then(
      (checked) => ({ checked }),
      (problem: unknown) => ({ problem }),
    )
    setUpload({ ...idle, name: file.name, ...ended })
    await answers.invalidateQueries()
  }
  return { ...upload, send }
}
