import { applicationRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { asKeeper, locateApplication } from '../access'
import { triedAgain } from '../domain/engine'
import { startRun } from '../set-off'
import { showRun } from '../show'
import { type Run, readRun, runsOf, saveRun } from '../wire.store'

export const runs = endpoint(routes.runs, {
  locate: locateApplication,
  handle: async ({ loaded, query }) => {
    const { items, next } = await runsOf(loaded.id, query.state, query.cursor)
    return { items: items.map(showRun), ...(next === undefined ? {} : { next }) }
  },
})

export const retry = endpoint(routes.retryRun, {
  locate: locateApplication,
  handle: async ({ loaded, params, body, actor, now }) => {
    await asKeeper(actor, loaded, now)
    const seen = await readRun(loaded.id, params.runId)
    if (seen === undefined) throw new Problem('not-found')
    // Sent again after no answer came: it is under way already.
    if (seen.attempts === body.attempts + 1) return again(seen)
    if (seen.attempts !== body.attempts || seen.state === 'done' || seen.state === 'waiting')
      throw new Problem('changed')
    const next: Run = {
      ...seen,
      ...triedAgain(seen),
      attempts: seen.attempts + 1,
      version: seen.version + 1,
    }
    if (!(await saveRun(next))) throw new Problem('changed')
    return again(next)
  },
})

async function again(run: Run) {
  if (run.state === 'waiting') await startRun(run)
  return showRun(run)
}
