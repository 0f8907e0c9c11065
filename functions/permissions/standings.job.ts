import { createHash } from 'node:crypto'
import { base32 } from '../platform/cipher'
import type { JobStep } from '../platform/jobs'
import { startJob } from '../platform/jobs'
import { postsOf } from './directory.store'
import type { Organisation } from './domain/records'
import { organisationsBelow } from './organisation.store'
import { refreshStanding } from './standing'

export const standingsJob = 'permissions.standings'

/** Longer than any function may run: whoever compiled a standing from the directory as it was has written it by then. */
const settlingSeconds = 150
/** Compiled while the caller waits; the others follow in the job. */
const atOnce = 40

interface Stand {
  /** Everything is done twice: what was under way when it began first is found the second time. */
  readonly pass: 1 | 2
  /** Organisations still to be done. */
  readonly left: readonly string[]
  readonly done: number
  readonly total: number
}

const holdersOf = async (organisation: string): Promise<string[]> => [
  ...new Set((await postsOf(organisation)).flatMap(({ holders }) => holders.map(({ official }) => official))),
]

/** An organisation was changed: the people in it may do what follows from that at once, those below it as the job comes to them. */
export async function refreshOrganisation({ id, version }: Organisation, by: string): Promise<void> {
  const holders = await holdersOf(id)
  for (const official of holders.slice(0, atOnce)) await refreshStanding(official)
  await startStandings(id, String(version), by)
}

/** @param cause what makes the job one: the same again is the same job */
export async function startStandings(organisation: string, cause: string, by: string): Promise<void> {
  const digest = createHash('sha256').update(`standings:${organisation}:${cause}`).digest()
  await startJob({
    id: `j${base32(digest).slice(0, 20)}`,
    kind: standingsJob,
    input: { organisation },
    by,
    message: '正在更新有关人员的权限',
  })
}

/** One step: the people of one organisation; those below it are put behind the others. Done again it changes nothing. */
export const standingsStep: JobStep = async ({ cursor, input }) => {
  const { organisation: root = '' } = input
  const stand: Stand = cursor === undefined ? { pass: 1, left: [root], done: 0, total: 1 } : JSON.parse(cursor)
  const [organisation, ...rest] = stand.left
  if (organisation === undefined) return finished(stand)
  for (const official of await holdersOf(organisation)) await refreshStanding(official)
  const below = (await organisationsBelow(organisation)).map(({ id }) => id).filter((id) => id !== root)
  const next = {
    ...stand,
    left: [...rest, ...below],
    done: stand.done + 1,
    total: stand.total + below.length,
  }
  if (next.left.length > 0) return going(next)
  if (next.pass === 2) return finished(next)
  return { ...going({ pass: 2, left: [root], done: next.done, total: next.total + 1 }), waitSeconds: settlingSeconds }
}

const finished = ({ done, total }: Stand) => ({
  done,
  total,
  finished: true,
  message: '有关人员的权限都已更新',
})

const going = (stand: Stand) => ({
  cursor: JSON.stringify(stand),
  done: stand.done,
  total: stand.total,
  finished: false,
  message: `正在更新有关人员的权限，已完成 ${stand.done} 个单位`,
})
