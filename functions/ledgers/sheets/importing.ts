import type { ImportState } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { decide } from '@zmht/shared/permission'
import { readActor } from '../../permissions/index'
import { now } from '../../platform/clock'
import type { Official } from '../../platform/endpoint/actor'
import type { Job } from '../../platform/job.store'
import { type Ledger, readLedger } from '../ledger.store'
import { rowResource } from '../ledger-access'
import { readImport, type SheetImport, saveImport } from './import.store'

/** Kinds of the jobs an import goes through. */
export const readingJob = 'ledgers.sheet-reading'
export const checkingJob = 'ledgers.sheet-checking'
export const runningJob = 'ledgers.sheet-import'
export const undoingJob = 'ledgers.sheet-undo'
export const exportingJob = 'ledgers.sheet-export'
export const searchingJob = 'ledgers.search'

/** What a step answers when there is nothing more to do. */
export const over = (done: number, total: number, message: string) => ({ done, total, message, finished: true })

/** Somebody stopped it, or went on to something else. */
export const leftOff = (job: Job) => over(job.done, job.total, '已停止')

/** @returns the import a job is of while it is at what the job does; undefined when it was stopped, or has gone on */
export async function importOf(job: Job, state: ImportState): Promise<SheetImport | undefined> {
  const found = await readImport(job.input.import ?? '')
  return found?.state === state && found.job === job.id ? found : undefined
}

/** Changes an import as it is now, whatever changes it meanwhile. @returns undefined when `change` gives nothing to change it to */
export async function changeImport(
  id: string,
  change: (one: SheetImport) => SheetImport | undefined,
): Promise<SheetImport | undefined> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const found = await readImport(id)
    const next = found && change(found)
    if (next === undefined) return undefined
    const saved = await saveImport(next)
    if (saved !== undefined) return saved
  }
  throw new Error(`the import ${id} is contended: the step comes again`)
}

/** Who imports, and where they may: asked anew at each step, not once for all. */
export interface Importer {
  readonly actor: Official
  readonly ledger: Ledger
  /** Whether what is registered in a place may be changed by them there. */
  readonly mayEdit: (lineage: readonly PlaceId[]) => boolean
}

/** @returns undefined when they hold no post any more, or the ledger has ended */
export async function importerOf({
  by,
  ledger: id,
}: Pick<SheetImport, 'by' | 'ledger'>): Promise<Importer | undefined> {
  // Whether one session was signed out says nothing of a job that outlives it: the posts do.
  const [actor, ledger] = await Promise.all([readActor(by, 'gov', ''), readLedger(id)])
  if (actor?.kind !== 'official' || ledger === undefined || ledger.ended) return undefined
  const resource = await rowResource(ledger, [])
  const [at, known] = [now(), new Map<string, boolean>()]
  return {
    actor,
    ledger,
    mayEdit: (lineage) => {
      const key = lineage.at(-1) ?? ''
      const found = known.get(key) ?? decide(actor.policy, actor, 'ledger.edit', { ...resource, lineage }, at).allow
      known.set(key, found)
      return found
    },
  }
}
