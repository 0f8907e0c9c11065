/** Imports the divisions of one city in a process of its own and tells of every batch it writes, for a test that kills it. */
import { importKind, importStep } from '../../functions/hierarchy/import'
import { setSurroundings } from '../../functions/local/system'
import { createJob } from '../../functions/platform/job.store'
import { runStep } from '../../functions/platform/jobs'
import { useQueues } from '../../functions/platform/stream/queue'
import { intercept } from '../../functions/platform/table/client'

const [tableEndpoint = '', tableName = '', within = ''] = process.argv.slice(2)
setSurroundings({ tableEndpoint, tableName, wechatBaseUrl: '', smsBaseUrl: '' }, '')
useQueues({ send: async () => undefined, sendJob: async () => undefined })
let batches = 0
intercept(async (command, _input, next) => {
  const answer = await next()
  if (command.startsWith('BatchWrite')) process.stdout.write(`batch ${++batches}\n`)
  return answer
})
const id = `j-import-${within}`
await createJob({ id, kind: importKind, input: { province: within.slice(0, 2), within }, by: 'system', message: '' })
while ((await runStep({ [importKind]: importStep }, id)) !== undefined);
process.stdout.write('finished\n')
