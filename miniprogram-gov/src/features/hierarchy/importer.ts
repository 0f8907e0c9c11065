import { type JobReply, type MintPreviewReply, type MintRow, mintJobId } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { createStore, useStore } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { inParts } from './sheet'

export interface RowProblem {
  readonly row: number
  readonly message: string
}

type Counts = Readonly<Record<string, number>>

/** A sheet being looked through or imported, part by part; it goes on while other pages are open. */
export interface ImportState {
  readonly place: PlaceId
  readonly rows: readonly MintRow[]
  readonly phase: 'checking' | 'checked' | 'importing' | 'done'
  /** Rows gone through in this phase. */
  readonly done: number
  readonly fresh: Counts
  readonly existing: Counts
  readonly problems: readonly RowProblem[]
  /** Why a phase stopped; what was done stays done, and going on begins where it stopped. */
  readonly error?: unknown
  readonly message: string
}

const state = createStore<ImportState | undefined>(undefined)
/** Each start ends the one before. */
let run = 0
const lookAgain = 1000

export const useImport = (): ImportState | undefined => useStore(state)

export function forgetImport(): void {
  run++
  state.set(undefined)
}

const added = (one: Counts, other: Counts): Counts => {
  const sum: Record<string, number> = { ...one }
  for (const [level, count] of Object.entries(other)) sum[level] = (sum[level] ?? 0) + count
  return sum
}

/** Looks through all rows on the server: what would be new, what is there already, which rows are wrong. */
export async function checkRows(place: PlaceId, rows: readonly MintRow[]): Promise<void> {
  const mine = ++run
  let now: ImportState = {
    place,
    rows,
    phase: 'checking',
    done: 0,
    fresh: {},
    existing: {},
    problems: [],
    message: '正在核对',
  }
  state.set(now)
  for (const part of inParts(rows)) {
    let preview: MintPreviewReply
    try {
      preview = await api.hierarchy.previewMint({
        params: { placeId: place },
        body: { by: 'rows', rows: [...part] },
      })
    } catch (error) {
      if (mine === run) state.set({ ...now, error })
      return
    }
    if (mine !== run) return
    now = {
      ...now,
      done: now.done + part.length,
      fresh: added(now.fresh, preview.fresh),
      existing: added(now.existing, preview.existing),
      problems: [...now.problems, ...preview.problems],
    }
    state.set(now)
  }
  state.set({ ...now, phase: 'checked' })
}

async function finished(place: PlaceId, jobId: string, mine: number, show: (job: JobReply) => void): Promise<JobReply> {
  for (;;) {
    const job = await api.hierarchy.mintProgress({ params: { placeId: place, jobId } })
    if (mine !== run) return job
    show(job)
    if (job.state === 'done' || job.state === 'failed') return job
    await new Promise((resolve) => setTimeout(resolve, lookAgain))
  }
}

/** Imports what was looked through, one part after the other; after a failure it goes on where it stopped. */
export async function importRows(): Promise<void> {
  const before = state.get()
  if (before === undefined || before.phase === 'checking') return
  const mine = ++run
  const again = before.phase === 'importing'
  let now: ImportState = {
    place: before.place,
    rows: before.rows,
    fresh: before.fresh,
    existing: before.existing,
    phase: 'importing',
    done: again ? before.done : 0,
    problems: again ? before.problems : [],
    message: '正在导入',
  }
  state.set(now)
  for (const part of inParts(now.rows.slice(now.done))) {
    const jobId = mintJobId()
    try {
      await api.hierarchy.mint({
        params: { placeId: now.place, jobId },
        body: { by: 'rows', rows: [...part] },
      })
      const job = await finished(now.place, jobId, mine, ({ message }) => state.set({ ...now, message }))
      if (mine !== run) return
      const failed = job.state === 'failed' ? part.map(({ row }) => ({ row, message: job.message })) : []
      now = {
        ...now,
        done: now.done + part.length,
        message: job.message,
        problems: [...now.problems, ...(job.problems ?? []), ...failed],
      }
      state.set(now)
    } catch (error) {
      if (mine === run) state.set({ ...now, error })
      return
    }
  }
  state.set({ ...now, phase: 'done' })
}
