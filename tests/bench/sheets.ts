import { fork } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PlaceId } from '@zmht/shared/geo'
import { freePort } from '../../functions/local/engine'
import { listen } from '../../functions/local/http'
import { localBucket } from '../../functions/local/system'
import { environment } from '../../functions/platform/environment'

type Show = (what: string, figure: number, unit: string, most: number) => void

const rows = 200_000
const script = join(dirname(fileURLToPath(import.meta.url)), 'previewing.ts')

/** What the process of its own tells at its end. */
interface Told {
  readonly megabytes: number
  readonly rows: number
  readonly good: number
  readonly fileMegabytes: number
}

/** Writes a sheet of 200,000 residents in one process and previews it in another: the memory that one needed at its most. */
export async function benchSheets(
  show: Show,
  { place, official }: { readonly place: PlaceId; readonly official: string },
): Promise<void> {
  const port = await freePort()
  const bucket = await listen(localBucket(mkdtempSync(join(tmpdir(), 'zmht-bench-files-'))), port)
  const filesEndpoint = `http://127.0.0.1:${port}`
  const run = (what: 'write' | 'preview'): Promise<Told> =>
    new Promise((resolve, reject) => {
      const child = fork(script, [what, String(rows), place, official], {
        // What Node itself allows its heap where a function has 512 MB: on a large machine it would leave its waste lying.
        execArgv: ['--import', 'tsx', '--max-old-space-size=256'],
        env: { ...process.env, FILES_BUCKET: environment.filesBucket(), FILES_ENDPOINT: filesEndpoint },
      })
      let told: Told | undefined
      child.on('message', (message) => {
        told = message as Told // the script sends nothing else
      })
      child.once('exit', () => (told === undefined ? reject(new Error(`could not ${what} the sheet`)) : resolve(told)))
    })
  try {
    await run('write')
    const told = await run('preview')
    const what = `preview ${told.rows} rows (${Math.round(told.fileMegabytes)} MB) at 60 addresses: read, matched, checked; peak memory`
    show(what, told.megabytes, 'MB', 512)
    show('rows of it that were lost or refused', rows - told.good, 'rows', 0)
  } finally {
    await bucket.stop()
  }
}
