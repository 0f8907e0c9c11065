import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { marshall } from '@aws-sdk/util-dynamodb'
import { type PlaceId, placeIdFrom } from '@zmht/shared/geo'
import type { DynamoDBRecord } from 'aws-lambda'
import { createTable, freePort, startEngine } from '../../functions/local/engine'
import { localSecrets, setSurroundings } from '../../functions/local/system'

/**
 * What keeping a measure costs, in write units for each row and measure: a thousand new rows fall into one window of one second. Spread over Beijing as it is
 * (16 districts, 349 subdistricts, 7,535 communities), or all into one community; on one shard, or on forty.
 */
const rowsPerSecond = 1000
const [districts, subdistricts, communities] = [16, 349, 7535]

const engine = await startEngine(await freePort(), undefined)
await createTable(engine.endpoint, 'bench')
const secretsFile = join(mkdtempSync(join(tmpdir(), 'zmht-bench-')), 'secrets.json')
localSecrets(secretsFile)
setSurroundings({ tableEndpoint: engine.endpoint, tableName: 'bench', wechatBaseUrl: '', smsBaseUrl: '' }, secretsFile)

const { counter } = await import('../../functions/platform/stream/counter')
const { measures } = await import('../../functions/ledgers/measures')
const { metered } = await import('../../functions/platform/table/client')

const place = (name: string): PlaceId => placeIdFrom(new TextEncoder().encode(name.padEnd(32, '.')))
const lineageOf = (community: number): PlaceId[] => {
  const subdistrict = community % subdistricts
  return [place('beijing'), place(`d${subdistrict % districts}`), place(`s${subdistrict}`), place(`c${community}`)]
}
const known = new Map(
  Array.from({ length: communities }, (_, at) => lineageOf(at)).map((lineage) => [lineage.at(-1), lineage]),
)
const handler = counter(measures, async (anchor) => known.get(anchor)?.map((id) => ({ id, edge: 0 })))

/** The same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

let sequence = 1_000_000_000
function newRow(ledger: string, community: number, group: string): DynamoDBRecord {
  sequence += 1
  const image = marshall({
    pk: `ENTITY#e${sequence}`,
    sk: `ROW#${ledger}`,
    _e: 'ledgerRow',
    ledger,
    anchor: lineageOf(community).join('/'),
    counts: { all: { [group]: 1 } },
  })
  return {
    eventID: String(sequence),
    dynamodb: { SequenceNumber: String(sequence), NewImage: image },
  } as DynamoDBRecord // what the counter reads of one
}

let runs = 0
async function unitsPerRow(shards: number, where: (next: () => number) => number): Promise<number> {
  runs += 1
  const window = async () => {
    const next = seeded(runs)
    const byShard = Array.from({ length: shards }, (): DynamoDBRecord[] => [])
    for (let row = 0; row < rowsPerSecond; row++) byShard[row % shards]?.push(newRow(`l${runs}`, where(next), '*'))
    for (const [shard, Records] of byShard.entries()) await handler({ shardId: `shard-${shard}`, Records })
  }
  // The very first row at a place writes its number's index entry too, once: what is counted is the second window.
  await window()
  const { used } = await metered(window)
  return used.writeUnits / rowsPerSecond
}

const anywhere = (next: () => number): number => Math.floor(next() * communities)
const here = (): number => 26
const cases = [
  { what: 'spread over Beijing, 1 shard', shards: 1, where: anywhere, most: 1.4 },
  { what: 'spread over Beijing, 40 shards', shards: 40, where: anywhere, most: 2.6 },
  { what: 'all in one community, 1 shard', shards: 1, where: here, most: 0.02 },
  { what: 'all in one community, 40 shards', shards: 40, where: here, most: 0.3 },
]
process.stdout.write(`write units for each row and measure, ${rowsPerSecond} rows in a window of 1 s\n`)
let missed = 0
for (const { what, shards, where, most } of cases) {
  const units = await unitsPerRow(shards, where)
  if (units > most) missed += 1
  process.stdout.write(
    `  ${what.padEnd(34)} ${units.toFixed(3).padStart(7)}  (bar ≤ ${most})${units > most ? '  MISSED' : ''}\n`,
  )
}
await engine.stop()
process.exit(missed === 0 ? 0 : 1)
