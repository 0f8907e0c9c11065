import { routesOf } from './define'
import { cursor, day, itemId, officialId, page, stepKey } from './parts'
import { unitEntry } from './task-units'
import { itemOfSome } from './tasks'
import * as z from './z'

const route = routesOf('tasks')

/** An item that was given to an organisation, as its people list it. */
const givenItem = z.strictObject({
  ...itemOfSome.shape,
  due: day,
  /** What was said last to the places it lies in. */
  urged: z.exactOptional(unitEntry),
})
export type GivenItemReply = z.output<typeof givenItem>

const undertaking = { who: 'official', action: 'task.undertake', where: 'list' } as const

/** What is given to an organisation: seen, shared out and done by its own people. */
export const taskRecipients = {
  givenItems: route('givenItems', {
    method: 'GET',
    path: '/work/organisation',
    summary: 'What is still to be done of what was given to the official’s organisations, task by task, 20 a page',
    needs: undertaking,
    query: z.strictObject({ cursor }),
    reply: page(givenItem),
  }),
  givenTo: route('givenTo', {
    method: 'GET',
    path: '/work/organisation/colleagues',
    summary: 'Among whom of the official’s organisations it can be shared out, each with how much they have in hand',
    needs: undertaking,
    reply: z.strictObject({
      items: z.array(z.strictObject({ id: officialId, name: z.string(), inHand: z.number() })),
    }),
  }),
  shareItems: route('shareItems', {
    method: 'POST',
    path: '/work/organisation/shares',
    summary:
      'Hands several items of the official’s organisation to a colleague there, or evenly to all of them; each is told apart',
    needs: undertaking,
    body: z.strictObject({
      key: stepKey,
      items: z.array(itemId).check(z.minLength(1, '请先选任务项'), z.maxLength(100, '一次最多 100 项')),
      /** Absent: evenly. */
      to: z.exactOptional(officialId),
    }),
    reply: z.strictObject({
      done: z.array(itemId),
      /** Those that have moved on meanwhile, or are none of theirs. */
      left: z.array(z.strictObject({ id: itemId, message: z.string() })),
    }),
    repeatable: true,
  }),
} as const
