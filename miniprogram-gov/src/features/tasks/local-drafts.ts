import { form } from '@zmht/shared/contract/form'
import { level } from '@zmht/shared/contract/parts'
import { taskMeasures } from '@zmht/shared/contract/task-measures'
import { givenList } from '@zmht/shared/contract/tasks'
import * as z from '@zmht/shared/contract/z'
import { entityKinds } from '@zmht/shared/knowledge'
import { dutyCodes } from '@zmht/shared/permission'
import { recipients, repeats, selfFills, unitTiers } from '@zmht/shared/rules'
import { localDrafts } from '@/lib/local-drafts'
import type { TaskDraft } from './task-draft'

/** A task somebody is writing on this device. */
export interface KeptTask {
  /** The task's id: sent again after no answer came, it is the same task. */
  readonly id: string
  /** Who writes it: others at the same device do not see it. */
  readonly by: string
  readonly draft: TaskDraft
  /** Of a task that runs: its form as it is to become. */
  readonly amends?: true
}

const text = z.string()
const kept: z.ZodMiniType<KeptTask, unknown> = z.strictObject({
  id: text,
  by: text,
  amends: z.exactOptional(z.literal(true)),
  draft: z.strictObject({
    title: text,
    basis: text,
    kind: z.enum(entityKinds),
    about: z.discriminatedUnion('of', [
      z.strictObject({
        of: z.literal('ledger'),
        ledger: z.exactOptional(text),
        filter: z.exactOptional(text),
        state: z.exactOptional(z.enum(['soon', 'stale', 'undecided'])),
      }),
      z.strictObject({ of: z.literal('places'), level: z.exactOptional(level) }),
      // The lines themselves may name people: they stay on the page, or with the server.
      z.strictObject({ of: z.literal('list'), kept: z.exactOptional(givenList) }),
    ]),
    form,
    measures: taskMeasures,
    due: z.exactOptional(text),
    within: z.array(z.strictObject({ id: text, name: text })),
    repeat: z.exactOptional(z.enum(repeats)),
    selfFill: z.exactOptional(z.enum(selfFills)),
    arranged: z.strictObject({
      passes: z.array(z.enum(unitTiers)),
      automatic: z.boolean(),
      balanced: z.boolean(),
      checked: z.boolean(),
      to: z.enum(recipients),
      duty: z.enum(dutyCodes),
      siblings: z.boolean(),
      before: z.exactOptional(z.number()),
    }),
    edition: z.number(),
  }),
})

export const taskDrafts = localDrafts('zmht-gov-tasks', (stored) => kept.safeParse(stored).data)

/** Those that are a task of their own: what a running one is to become is gone on with there. */
export const newTasks: typeof taskDrafts = {
  ...taskDrafts,
  kept: (id, by) => {
    const found = taskDrafts.kept(id, by)
    return found?.amends === true ? undefined : found
  },
  of: (by) => taskDrafts.of(by).filter(({ amends }) => amends !== true),
  useDrafts: (by) => taskDrafts.useDrafts(by).filter(({ amends }) => amends !== true),
}
