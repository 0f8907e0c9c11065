import { createHash } from 'node:crypto'
import type { PersonnelBody } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { base32, open, seal } from '../platform/cipher'
import { now } from '../platform/clock'
import type { Job } from '../platform/job.store'
import { type JobStep, startJob } from '../platform/jobs'
import { transact } from '../platform/table/write'
import { readStandingItem, standingPut } from './account.store'
import { phoneIndexOf } from './by-phone'
import { catalogueNow } from './catalogue.store'
import { officialByPhone, officialPut, phoneParts, postPut, readOfficial, readPost } from './directory.store'
import type { ImportAction, PlannedPost } from './domain/import'
import { recordPersonnel } from './personnel'
import { phoneContext } from './standing'

export const importJob = 'permissions.import'
const atOnce = 5
const mostProblems = 200
const reason = '通讯录表格导入'

const context = (id: string): string => `job/${id}/actions`

/** Starts what was previewed. The same id again is the same import. */
export async function startImport(
  id: string,
  date: string,
  actions: readonly ImportAction[],
  by: { readonly id: string; readonly name: string },
): Promise<Job> {
  // Phones are among them.
  const sealed = Buffer.from(await seal(actions, context(id))).toString('base64')
  const input = { date, actions: sealed, byName: by.name }
  return startJob({ id, kind: importJob, input, by: by.id, message: '正在导入通讯录' })
}

/** One step: the next few rows, each an operation of its own. Done again they are the same operations. */
export const importStep: JobStep = async (job) => {
  const { date = '', actions: sealed = '', byName = '' } = job.input
  const actions = await open<readonly ImportAction[]>(Buffer.from(sealed, 'base64'), context(job.id))
  const start = Number(job.cursor ?? 0)
  const problems = [...(job.problems ?? [])]
  for (const [index, action] of actions.slice(start, start + atOnce).entries()) {
    try {
      await act(action, date, { job: job.id, number: start + index, by: { id: job.by, name: byName } })
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal
      problems.push({ row: action.row, message: refusal.document.detail })
    }
  }
  const done = Math.min(actions.length, start + atOnce)
  const finished = done >= actions.length
  const failed = problems.length === 0 ? '' : `，${problems.length} 项没有成功`
  return {
    cursor: String(done),
    done,
    total: actions.length,
    finished,
    problems: problems.slice(0, mostProblems),
    message: finished ? `已导入 ${done - problems.length} 项${failed}` : `正在导入，已完成 ${done} / ${actions.length}`,
  }
}

interface Author {
  readonly job: string
  readonly number: number
  readonly by: { readonly id: string; readonly name: string }
}

/** What may be done was decided when the import was asked for. */
const decidedBefore = async (): Promise<void> => undefined

async function act(action: ImportAction, date: string, { job, number, by }: Author): Promise<void> {
  if (action.kind === 'phone') return changePhone(action.official, action.phone, by.id)
  if (action.kind !== 'leave') await makePost(action.post, by.id)
  const id = `t${base32(createHash('sha256').update(`import:${job}:${number}`).digest()).slice(0, 20)}`
  await recordPersonnel({ id, official: action.official, body: bodyOf(action, date), by, at: now() }, decidedBefore)
}

function bodyOf(action: Exclude<ImportAction, { kind: 'phone' }>, date: string): PersonnelBody {
  switch (action.kind) {
    case 'appoint': {
      const { post, person } = action
      return { kind: 'appoint', post: post.id, as: 'holder', date, ...(person === undefined ? {} : { person }), reason }
    }
    case 'transfer':
      return { kind: 'transfer', from: action.from, to: action.post.id, date, reason }
    case 'leave':
      return { kind: 'leave-post', post: action.from, date, reason }
  }
}

/** A post the organisation has none of yet, as the catalogue has it. Made again it is the same post. */
async function makePost({ id, organisation, create }: PlannedPost, by: string): Promise<void> {
  if (create === undefined || (await readPost(id)) !== undefined) return
  const entry = (await catalogueNow()).find(({ code }) => code === create)
  if (entry === undefined) throw new Problem('changed')
  const { code, title, rank, roles, tags } = entry
  const post = {
    id,
    title,
    organisationId: organisation,
    roles,
    tags,
    rank,
    catalogue: code,
    closed: false,
    holders: [],
    edition: 1,
    version: 1,
  }
  await transact([{ put: postPut(post, by) }])
}

/** The official signs in with the new number from now on, and with the former no more. */
async function changePhone(id: string, phone: string, by: string): Promise<void> {
  const phoneIndex = await phoneIndexOf(phone)
  for (let attempt = 0; attempt < 5; attempt++) {
    const [official, standing] = await Promise.all([readOfficial(id), readStandingItem(id)])
    if (official === undefined) throw new Problem('not-found')
    if (official.phoneIndex === phoneIndex) return
    const bearer = await officialByPhone(phoneIndex)
    if (bearer !== undefined && bearer !== id)
      throw new Problem('personnel-impossible', { detail: '这个手机号已登记为其他人，没有修改。' })
    const sealed = await seal(phone, phoneContext(id))
    const { written } = await transact([
      { put: officialPut({ ...official, phone: sealed, phoneIndex, version: official.version + 1 }, by) },
      ...phoneParts({ ...official, phoneIndex }, official.phoneIndex),
      ...(standing === undefined
        ? []
        : [{ put: standingPut({ ...standing, phone: sealed, version: standing.version + 1 }) }]),
    ])
    if (written) return
  }
  throw new Problem('changed')
}
