import { mintFileId, mintTaskId } from '@zmht/shared/contract'
import { communityTask } from '../tasks'
import type { Escape, Scene } from './scene'

/** Of tasks and what is done of them. */
export const tasksEscapes = ({ hidden, ledger, note, outside, step, task, world }: Scene): readonly Escape[] => [
  [
    'tasks.saveTask',
    'to be done in a place elsewhere',
    'worker',
    () => ({
      params: { taskId: mintTaskId() },
      body: { content: communityTask(), within: [world.places.north, world.places.west], edition: 0 },
    }),
    outside,
  ],
  [
    'tasks.saveTask',
    'about the rows of a ledger elsewhere',
    'neighbourWorker',
    () => ({
      params: { taskId: mintTaskId() },
      body: {
        content: { ...communityTask(), about: { of: 'ledger', ledger: ledger.ruled } },
        within: [world.places.west],
        edition: 0,
      },
    }),
    hidden,
  ],
  [
    'tasks.changeTask',
    'of a community below',
    'subdistrict',
    () => ({ params: { taskId: task.id }, body: { action: 'end', edition: 2 } }),
    '403 forbidden',
  ],
  [
    'tasks.changeTask',
    'of the neighbours',
    'neighbourWorker',
    () => ({ params: { taskId: task.id }, body: { action: 'withdraw', edition: 2 } }),
    outside,
  ],
  [
    'tasks.amendTask',
    'to more places elsewhere',
    'worker',
    () => {
      const { basis, due, form } = communityTask()
      return { params: { taskId: task.id, edition: '3' }, body: { basis, due, form, more: [world.places.west] } }
    },
    outside,
  ],
  [
    'tasks.returnItems',
    'of a community below',
    'subdistrict',
    () => ({ params: { taskId: task.id }, body: { ...step(), action: 'cancel', items: [task.item], note } }),
    '403 forbidden',
  ],
  [
    'tasks.moveItem',
    'of somebody elsewhere',
    'neighbourWorker',
    () => ({ params: { itemId: task.item }, body: { ...step(), action: 'claim' } }),
    outside,
  ],
  [
    'tasks.handOver',
    'of somebody elsewhere',
    'neighbourWorker',
    () => ({ params: { itemId: task.item }, body: { ...step(), to: task.by } }),
    outside,
  ],
  [
    'tasks.handOver',
    'to somebody who does not work there',
    'worker',
    () => ({ params: { itemId: task.item }, body: { ...step(), to: task.elsewhere } }),
    '422 not-a-colleague',
  ],
  [
    'tasks.returnItems',
    'of a community below, as one between',
    'neighbourWorker',
    () => ({ params: { taskId: task.id }, body: { ...step(), action: 'return', items: [task.item], note } }),
    outside,
  ],
  [
    'tasks.answerItem',
    'of somebody elsewhere',
    'neighbourWorker',
    () => ({ params: { itemId: task.item, key: step().key }, body: { answers: {} } }),
    outside,
  ],
  [
    'tasks.passUnit',
    'of a community below',
    'subdistrict',
    () => ({ params: { taskId: task.id, unitId: world.places.north }, body: step() }),
    '403 forbidden',
  ],
  [
    'tasks.passUnit',
    'of the neighbours',
    'neighbourWorker',
    () => ({ params: { taskId: task.id, unitId: world.places.north }, body: step() }),
    outside,
  ],
  [
    'tasks.reportUnit',
    'of a community below',
    'subdistrict',
    () => ({ params: { taskId: task.id, unitId: world.places.north, key: step().key }, body: {} }),
    '403 forbidden',
  ],
  [
    'tasks.reportUnit',
    'the whole of what another issued',
    'subdistrict',
    () => ({ params: { taskId: task.id, unitId: 'whole', key: step().key }, body: {} }),
    '403 forbidden',
  ],
  [
    'tasks.reportUnit',
    'of a place the task does not reach',
    'neighbourWorker',
    () => ({ params: { taskId: task.id, unitId: world.places.west, key: step().key }, body: {} }),
    hidden,
  ],
  [
    'tasks.urgeUnit',
    'themselves',
    'worker',
    () => ({ params: { taskId: task.id, unitId: world.places.north }, body: { ...step(), note } }),
    '403 forbidden',
  ],
  [
    'tasks.urgeUnit',
    'the neighbours',
    'neighbourWorker',
    () => ({ params: { taskId: task.id, unitId: world.places.north }, body: { ...step(), note } }),
    outside,
  ],
  [
    'tasks.keepMeasure',
    'of what nobody asks',
    'worker',
    () => ({ params: { attribute: 'person.nothing', by: 'sum' }, body: { title: '合计' } }),
    '422 invalid',
  ],
  [
    'tasks.dropMeasure',
    'as who organises no tasks',
    'city',
    () => ({ params: { attribute: 'place.households', by: 'sum' } }),
    '403 forbidden',
  ],
  [
    'tasks.attachSheet',
    'to what a community below issued',
    'subdistrict',
    () => ({ params: { taskId: task.id }, body: { file: mintFileId() } }),
    '403 forbidden',
  ],
  [
    'tasks.attachSheet',
    'a file that is not theirs',
    'worker',
    () => ({ params: { taskId: task.id }, body: { file: mintFileId() } }),
    '422 invalid',
  ],
  [
    'tasks.detachSheet',
    'from what the neighbours issued',
    'neighbourWorker',
    () => ({ params: { taskId: task.id } }),
    outside,
  ],
  [
    'tasks.exportTask',
    'of the neighbours',
    'neighbourWorker',
    () => ({ params: { taskId: task.id }, body: { place: world.places.north, shape: 'plain' } }),
    outside,
  ],
]
