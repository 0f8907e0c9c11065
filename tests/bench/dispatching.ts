/** Works a dispatch off in a process of its own and tells of every item it makes, for a bench that kills it. */
import { jobKinds } from '../../functions/entries/jobs'
import { setSurroundings } from '../../functions/local/system'
import { readJob } from '../../functions/platform/job.store'
import { runStep } from '../../functions/platform/jobs'
import { useQueues } from '../../functions/platform/stream/queue'
import { metered } from '../../functions/platform/table/client'

const [tableEndpoint = '', tableName = '', job = '', secrets = ''] = process.argv.slice(2)
setSurroundings({ tableEndpoint, tableName, wechatBaseUrl: '', smsBaseUrl: '' }, secrets)
useQueues({ send: async () => undefined, sendJob: async () => undefined })

const stateOf = async () => {
  const found = await readJob(job)
  return { done: found?.done ?? 0, message: found?.message ?? '' }
}
for (;;) {
  const before = await stateOf()
  const began = performance.now()
  const { used, result } = await metered(() => runStep(jobKinds, job))
  const after = await stateOf()
  const told = {
    ...after,
    made: after.done - before.done,
    seconds: (performance.now() - began) / 1000,
    writeUnits: used.writeUnits,
    readUnits: used.readUnits,
    finished: result === undefined,
  }
  process.send?.(told)
  if (told.finished) break
}
process.disconnect()
