import { useEffect, useRef } from 'react'

/** A native dialog shown over the page for as long as `open`; the space around it closes it when `onOutside` is given. */
export function useModal(open: boolean, onOutside?: () => void) {
  const dialog = useRef<HTMLDialogElement>(null)
  const latest = useRef(onOutside)
  latest.current = onOutside
  useEffect(() => {
    const { current } = dialog
    if (open && current && !current.open) current.showModal()
    if (!open && current?.open) current.close()
  }, [open])
  useEffect(() => {
    const { current } = dialog
    const leave = (event: MouseEvent) => event.target === current && latest.current?.()
    current?.addEventListener('click', leave)
    return () => current?.removeEventListener('click', leave)
  }, [])
  return dialog
}
