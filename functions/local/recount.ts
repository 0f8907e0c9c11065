/**
 * `npm run recount -- --all`: counts everything there is by hand and says how far each measure is from it. `--ledger <id>` (or a template's name): one
 * ledger. `--repair`: ledgers are put right first, while nothing else writes. Exits with 1 where anything differs. `--json`: one line of JSON for each measure.
 */
import type { Drift } from '../platform/stream/drift'
import { openLocal } from './open'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(arguments_: readonly string[]): Promise<number> {
  const wanted = arguments_[arguments_.indexOf('--ledger') + 1]
  const isAll = arguments_.includes('--all')
  const isRepair = arguments_.includes('--repair')
  if (!isAll && !arguments_.includes('--ledger')) {
    say('用法：npm run recount -- --all（全部指标）或 --ledger 台账编号')
    return 2
  }
  const isJson = arguments_.includes('--json')
  // With a table of its own named in the environment, as a deployed function has it, that one is counted; else this machine's.
  const isDeployed = process.env.TABLE_NAME !== undefined
  const opened = isDeployed ? undefined : await openLocal((message) => process.stderr.write(`${message}\n`))
  let [measures, drifted] = [0, 0]
  const tell = (drift: Drift): void => {
    measures += 1
    if (drift.drift !== 0) drifted += 1
    if (isJson) {
      say(JSON.stringify(drift))
      return
    }
    say(
      `${drift.drift === 0 ? '一致' : '不一致'}  偏差 ${drift.drift}  ${drift.places} 处  ${drift.name}  ${drift.measure}`,
    )
    for (const { place, group, should, is } of drift.wrong)
      say(`    ${place} ${group || '总数'}：应为 ${should}，现为 ${is}`)
  }
  try {
    const { ledgerAfter, readLedger } = await import('../ledgers/ledger.store')
    const { recountLedger } = await import('../ledgers/recount')
    const { repairLedger } = await import('../ledgers/repair')
    for (let id = await ledgerAfter(undefined); id !== undefined; id = await ledgerAfter(id)) {
      const ledger = isAll || id === wanted ? await readLedger(id) : undefined
      if (ledger === undefined) continue
      if (isRepair) {
        const wrong = await repairLedger(ledger, async () => undefined)
        say(`已改正 ${wrong} 个数：${ledger.content.name}`)
      }
      for await (const drift of recountLedger(ledger)) tell(drift)
    }
    if (isAll) {
      const { recountRequests } = await import('../channels/recount')
      const { recountNotices } = await import('../channels/notices/recount')
      const { recountPeople } = await import('../ledgers/recount-people')
      const { recountBookings } = await import('../channels/recount-bookings')
      const { recountTasks } = await import('../tasks/recount')
      const { recountPlaces } = await import('../hierarchy/recount')
      const { recountAnswerable } = await import('../ledgers/answerable-recount')
      for await (const drift of recountRequests()) tell(drift)
      tell(await recountBookings())
      for await (const drift of recountTasks()) tell(drift)
      for await (const drift of recountNotices()) tell(drift)
      tell(await recountPlaces())
      tell(await recountPeople())
      tell(await recountAnswerable())
    }
  } finally {
    await opened?.close()
  }
  say(isJson ? JSON.stringify({ measures, drifted }) : `共 ${measures} 个指标，${drifted} 个不一致`)
  return drifted === 0 ? 0 : 1
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(error instanceof Error ? `没有数完：${error.message}` : '没有数完')
    process.exit(1)
  },
)
