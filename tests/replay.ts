import { handler as counter } from '../functions/entries/counter'
import { handler as dispatcher } from '../functions/entries/dispatcher'
import { streamOf } from '../functions/local/engine'
import { StreamReader } from '../functions/local/stream'
import { environment } from '../functions/platform/environment'
import type { World } from './world'

/** The whole stream handed to both its consumers again from its beginning: duplicated and late. */
export async function replayStream(world: World): Promise<void> {
  const endpoint = environment.tableEndpoint() ?? ''
  const reader = new StreamReader(endpoint, await streamOf(endpoint, environment.tableName()), undefined, {
    count: async (event) => void (await counter(event)),
    dispatch: async (event) => void (await dispatcher(event)),
  })
  reader.start()
  while (reader.emptyLooks < 2) await new Promise((resolve) => setTimeout(resolve, 20))
  await reader.stop()
  await world.system.settle()
}
