import { startJob } from '../../platform/jobs'
import type { SheetImport } from './import.store'
import { checkingJob, readingJob, runningJob, undoingJob } from './importing'

/** Starts the job of what an import is at, or sees to it that it goes on: the same again is the same job. @returns the import */
export async function begin(one: SheetImport): Promise<SheetImport> {
  const { id, job, by, message } = one
  const kind = kindOf(one)
  if (kind === undefined || job === undefined) return one
  const run: Record<string, string> = kind === undoingJob ? { run: `${id}-x` } : {}
  await startJob({ id: job, kind, input: { import: id, ...run }, by, message })
  return one
}

function kindOf({ state }: SheetImport): string | undefined {
  switch (state) {
    case 'reading':
      return readingJob
    case 'checking':
      return checkingJob
    case 'running':
      return runningJob
    case 'undoing':
      return undoingJob
    default:
      return undefined
  }
}
