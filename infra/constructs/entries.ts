import { type Slice, slices } from '@zmht/shared/contract'
import type { entryNames } from '../../functions/bundle.mjs'
import type { FilesAccess } from './files-bucket'

export type EntryName = (typeof entryNames)[number]
export type QueueName = Slice | 'jobs'

/** What a function may do with the one table. */
export type TableAccess = 'none' | 'read-write' | 'read-write-scan'

interface Entry {
  readonly memoryMb: number
  readonly timeoutSeconds: number
  readonly table: TableAccess
  /** The queues it may send to. */
  readonly sendsTo: readonly QueueName[]
  readonly readsSecret: boolean
  readonly files: FilesAccess
}

// 29 s is where API Gateway stops waiting. Memory buys CPU on Lambda: 1 GB is what a cold start of ~ 500 kB wants.
const slice: Entry = {
  memoryMb: 1024,
  timeoutSeconds: 29,
  table: 'read-write',
  sendsTo: ['jobs'],
  readsSecret: true,
  files: 'none',
}

/** The whole deployment in one view: nothing else decides size, patience or rights. */
export const entries: Readonly<Record<EntryName, Entry>> = {
  hierarchy: slice,
  permissions: slice,
  knowledge: slice,
  // Signs for sheets that come in and go out.
  ledgers: { ...slice, files: 'serve' },
  // Looks whether the files of answers have arrived, and signs for those who read them.
  // Signs for templates and workbooks.
  tasks: { ...slice, files: 'serve' },
  // Signs for the files people send and read.
  channels: { ...slice, files: 'serve' },
  applications: slice,
  overview: slice,
  // Turns stream records into messages and touches nothing else.
  dispatcher: { memoryMb: 512, timeoutSeconds: 60, table: 'none', sendsTo: slices, readsSecret: false, files: 'none' },
  counter: { memoryMb: 512, timeoutSeconds: 60, table: 'read-write', sendsTo: [], readsSecret: false, files: 'none' },
  // A step is small; the room is for the steps that stream a sheet. Only jobs may scan.
  jobs: {
    memoryMb: 1536,
    timeoutSeconds: 120,
    table: 'read-write-scan',
    sendsTo: [...slices, 'jobs'],
    readsSecret: true,
    files: 'serve',
  },
  // Shorter than its period, so that a slow sweep never meets the next one.
  sweep: {
    memoryMb: 512,
    timeoutSeconds: 50,
    table: 'read-write',
    sendsTo: [...slices, 'jobs'],
    readsSecret: true,
    files: 'none',
  },
}
