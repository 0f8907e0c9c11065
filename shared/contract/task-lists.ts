import { ledgerKinds } from '../ledgers/ledger'
import { mostInPart, mostParts, mostRowsAtOnce } from '../rules/task-list'
import { routesOf } from './define'
import { entityId, placeId, taskId } from './parts'
import * as z from './z'

const route = routesOf('tasks')

/** One that a line of a given list may mean, as far as the reader may see it. */
const candidate = z.strictObject({ id: entityId, name: z.string(), place: z.string() })
export type ListCandidateReply = z.output<typeof candidate>

/** Whom or what a line means: surely one, perhaps one of several, or nobody with the reason. */
const recognised = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('found'), one: candidate }),
  z.strictObject({ is: z.literal('several'), candidates: z.array(candidate) }),
  z.strictObject({ is: z.literal('none'), why: z.string() }),
])
export type RecognisedReply = z.output<typeof recognised>

const writing = { who: 'official', action: 'task.write', where: 'resource' } as const

/** The list somebody brings along for a task: recognised line by line, then kept with its draft. */
export const taskLists = {
  recogniseRows: route('recogniseRows', {
    method: 'POST',
    path: '/tasks/{taskId}/list/rows',
    summary:
      'Whom or what each line of a list means, inside the task’s places: persons by their number, organisations by code or name, places by address, things by number or name. Nothing is kept',
    needs: writing,
    params: z.strictObject({ taskId }),
    body: z.strictObject({
      kind: z.enum(ledgerKinds, '请选择名单里是什么'),
      within: z.array(placeId).check(z.minLength(1, '请选择范围'), z.maxLength(40, '最多选 40 个地点')),
      rows: z
        .array(z.string('每行应为文字').check(z.maxLength(100, '每行不超过 100 个字')))
        .check(z.minLength(1, '名单是空的'), z.maxLength(mostRowsAtOnce, `一次最多 ${mostRowsAtOnce} 行`)),
    }),
    reply: z.strictObject({ rows: z.array(recognised) }),
    repeatable: true,
  }),
  saveListPart: route('saveListPart', {
    method: 'PUT',
    path: '/tasks/{taskId}/list/{part}',
    summary: 'Keeps a part of the list of a task that is not dispatched yet; the same again changes nothing',
    needs: writing,
    params: z.strictObject({
      taskId,
      part: z.string().check(z.regex(new RegExp(`^[0-${mostParts - 1}]$`), '名单的分段不正确')),
    }),
    body: z.strictObject({
      entities: z
        .array(entityId)
        .check(z.minLength(1, '名单是空的'), z.maxLength(mostInPart, `一段最多 ${mostInPart} 个`)),
    }),
    reply: z.strictObject({ kept: z.number() }),
  }),
} as const
