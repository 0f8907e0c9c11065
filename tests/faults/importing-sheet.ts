/** Runs the import of a checked sheet in a process of its own and tells of every write of a row, for a test that kills it. */

import { jobKinds } from '../../functions/entries/jobs'
import { readImport, saveImport } from '../../functions/ledgers/sheets/import.store'
import { runningJob } from '../../functions/ledgers/sheets/importing'
import { setSurroundings } from '../../functions/local/system'
import { createJob } from '../../functions/platform/job.store'
import { runStep } from '../../functions/platform/jobs'
import { useQueues } from '../../functions/platform/stream/queue'
import { intercept } from '../../functions/platform/table/client'

const [tableEndpoint = '', tableName = '', id = '', filesEndpoint = '', secrets = ''] = process.argv.slice(2)
setSurroundings(
  { tableEndpoint, tableName, wechatBaseUrl: '', smsBaseUrl: '', filesEndpoint },
  secrets.slice('file:'.length),
)
useQueues({ send: async () => undefined, sendJob: async () => undefined })
const found = await readImport(id)
if (found === undefined) throw new Error('there is no such import')
const job = `${id}-x`
if (found.state === 'checked') {
  await saveImport({ ...found, state: 'running', how: 'valid-only', startedAt: new Date().toISOString(), job })
  await createJob({ id: job, kind: runningJob, input: { import: id }, by: found.by, message: '' })
}
let writes = 0
intercept(async (command, _input, next) => {
  const answer = await next()
  if (command.startsWith('TransactWrite')) process.stdout.write(`write ${++writes}\n`)
  return answer
})
while ((await runStep(jobKinds, job)) !== undefined);
process.stdout.write('finished\n')
