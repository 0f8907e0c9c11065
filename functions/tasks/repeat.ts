import { createHash } from 'node:crypto'
import { nextDue } from '@zmht/shared/rules'
import { knowledgeNow } from '../knowledge/index'
import { base32 } from '../platform/cipher'
import { now } from '../platform/clock'
import { startJob } from '../platform/jobs'
import { dispatchJob } from './dispatch.job'
import { nextDayOf } from './domain/repeat'
import { copyList } from './given-list'
import { scheduled } from './schedule'
import { problemsOf } from './show-task'
import { readTask, saveTask, type Task } from './task.store'

/** Named after the one before: however often the message comes, it is one task. */
const idAfter = (id: string): string => `q${base32(createHash('sha256').update(`${id}/next`).digest()).slice(0, 20)}`

/**
 * A day has come on which a task comes again: another one, with who is there now. One that was withdrawn does not; one that could not be dispatched any more, for
 * its ledger has ended, comes as a draft that says why.
 */
export async function repeatTask(id: string): Promise<void> {
  const task = await readTask(id)
  const start = task === undefined ? undefined : nextDayOf(task)
  if (task === undefined || start === undefined || task.state === 'draft' || task.state === 'withdrawn') return
  const { start: former = start, job: _job, added: _added, formVersion: _version, ...rest } = task
  const nextId = idAfter(id)
  const content = { ...task.content, due: nextDue(former, task.content.due, start) }
  const at = now()
  await copyList(task, nextId)
  const isReady = (await problemsOf(content, await knowledgeNow(), at, nextId)).length === 0
  const next: Task = {
    ...rest,
    id: nextId,
    content,
    edition: 1,
    at,
    ...(isReady ? { state: 'running', job: `j${nextId}`, start } : { state: 'draft' }),
  }
  await saveTask(next, undefined, isReady ? scheduled(next) : [])
  // Started again where the message comes again: the job is the same one.
  if (isReady && next.job !== undefined)
    await startJob({ id: next.job, kind: dispatchJob, input: { task: nextId }, by: next.by, message: '正在下派' })
}
