import { lazy } from 'react'

// why: dialogs load when they are opened; the pages they belong to are heavy enough.
export const RefuseDialog = lazy(async () => ({ default: (await import('./paper-dialogs.tsx')).RefuseDialog }))
export const NoticeDialog = lazy(async () => ({ default: (await import('./paper-dialogs.tsx')).NoticeDialog }))
export const EvidenceDialog = lazy(async () => ({ default: (await import('./evidence-dialog.tsx')).EvidenceDialog }))
export const ServeDialog = lazy(async () => ({ default: (await import('./paper-dialogs.tsx')).ServeDialog }))
export const CallDialog = lazy(async () => ({ default: (await import('./related-dialogs.tsx')).CallDialog }))
export const MergeDialog = lazy(async () => ({ default: (await import('./related-dialogs.tsx')).MergeDialog }))
export const UnmergeDialog = lazy(async () => ({ default: (await import('./related-dialogs.tsx')).UnmergeDialog }))
export const DispatchDialog = lazy(async () => ({ default: (await import('./sending-dialogs.tsx')).DispatchDialog }))
export const RecallDialog = lazy(async () => ({ default: (await import('./sending-dialogs.tsx')).RecallDialog }))
export const HandOverDialog = lazy(async () => ({ default: (await import('./outcome-dialogs.tsx')).HandOverDialog }))
export const CorrectDialog = lazy(async () => ({ default: (await import('./outcome-dialogs.tsx')).CorrectDialog }))
export const HandOnDialog = lazy(async () => ({ default: (await import('./sending-dialogs.tsx')).HandOnDialog }))
export const TellingDialog = lazy(async () => ({ default: (await import('./telling-dialog.tsx')).TellingDialog }))
