import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mintChannelId, mintRequestId } from '@zmht/shared/contract'
import type { FormAnswers } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import { bundled } from '../../functions/bundle.mjs'
import { createTable, freePort, startEngine } from '../../functions/local/engine'
import { listen } from '../../functions/local/http'
import { outsideWorld } from '../../functions/local/outside'
import { localSecrets, setSurroundings } from '../../functions/local/system'
import { benchAddresses } from './addresses'
import { benchPlaces } from './places'
import { benchRules } from './rules'
import { benchTree } from './tree'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const rows: { what: string; figure: string; bar: string; reached: boolean }[] = []
const show = (what: string, figure: number, unit: string, most: number) =>
  rows.push({
    what,
    figure: `${Number(figure.toFixed(2))} ${unit}`,
    bar: `≤ ${most} ${unit}`,
    reached: figure <= most,
  })

const engine = await startEngine(await freePort(), undefined)
await createTable(engine.endpoint, 'bench')
const secretsFile = join(mkdtempSync(join(tmpdir(), 'zmht-bench-')), 'secrets.json')
const secrets = localSecrets(secretsFile)
const port = await freePort()
const outside = await listen(outsideWorld(secrets.wechat, secrets.sms), port)
setSurroundings(
  {
    tableEndpoint: engine.endpoint,
    tableName: 'bench',
    wechatBaseUrl: `http://127.0.0.1:${port}`,
    smsBaseUrl: `http://127.0.0.1:${port}/sms`,
  },
  secretsFile,
)

// Everything below reads its surroundings when it is first used.
const { seedDivisions, seedDemonstration } = await import('../../functions/local/seed')
const { idOfDivision } = await import('../../functions/hierarchy/divisions')
const { childrenOf } = await import('../../functions/hierarchy/index')
const { metered } = await import('../../functions/platform/table/client')
const { forgetEverything } = await import('../../functions/platform/cache')
const { endpoints } = await import('../../functions/channels/endpoints')
const { offerItem, saveOffers, createChannel } = await import('../../functions/channels/channel.store')
const { changeStanding, readLogin, readStandingItem } = await import('../../functions/permissions/account.store')
const { phoneIndexOf } = await import('../../functions/permissions/by-phone')
const { signAccessToken } = await import('../../functions/platform/session/tokens')
const { useStanding } = await import('../../functions/entries/standing')
const { consultation } = await import('../../functions/local/seed')
useStanding()

await seedDivisions('110105026', () => undefined)
await seedDivisions('140213057', () => undefined)
await seedDemonstration(() => undefined)

const north = idOfDivision('110105026047')
const west = idOfDivision('110105026034')
const resident = await readLogin('resident', `phone#${await phoneIndexOf('19000009001')}`)
const neighbour = await readLogin('resident', `phone#${await phoneIndexOf('19000009002')}`)
if (resident === undefined || neighbour === undefined) throw new Error('the demonstration residents were not made')
const token = await signAccessToken({ actor: resident, app: 'resident', family: 'bench' })
const otherHome = (await readStandingItem(neighbour))?.homes[0]?.placeId
if (otherHome === undefined) throw new Error('the neighbour has no home')
await changeStanding(resident, (standing) => ({
  ...standing,
  homes: [...standing.homes, { placeId: otherHome, label: '工作地', at: new Date().toISOString() }],
}))

const callWith =
  (bearer: string) =>
  (name: string, params: Record<string, string>, body: unknown = {}) => {
    const found = endpoints.find(({ route }) => route.name === name)
    if (found === undefined || !('call' in found)) throw new Error(`no endpoint is named ${name}`)
    return found.call({ params, query: {}, body, token: bearer })
  }
const call = callWith(token)

/** `npm run bench -- forms`: only what concerns forms. */
const only = process.argv[2] ?? ''
const { benchForms } = await import('./forms')
const { inventedPhone } = await import('../../functions/local/demonstration')
const order = (await childrenOf(idOfDivision('110105026'))).findIndex(({ id }) => id === north)
const { officialByPhone } = await import('../../functions/permissions/directory.store')
const { compileStanding } = await import('../../functions/permissions/standing')
const { saveStanding } = await import('../../functions/permissions/account.store')
const official = await officialByPhone(await phoneIndexOf(inventedPhone(1000 + 3 + order * 2 + 2)))
const standing = official === undefined ? undefined : await compileStanding(official, undefined)
if (official === undefined || standing === undefined) throw new Error('the demonstration officials were not made')
await saveStanding(standing)
const worker = callWith(await signAccessToken({ actor: official, app: 'gov', family: 'bench' }))
await benchForms(show, { worker, resident: call }, north)
benchRules(show)
if (only === 'forms') await finish()
if (only === '' || only === 'look-up') await (await import('./look-up')).benchLookUp(show, north)
if (only === 'look-up') await finish()
if (only === '' || only === 'sheets') await (await import('./sheets')).benchSheets(show, { place: north, official })
if (only === 'sheets') await finish()

/** `count` offers at a place, with titles of the usual length. */
async function offer(place: PlaceId, count: number): Promise<void> {
  const batch = Array.from({ length: count }, (_, index) => ({
    at: place,
    place,
    id: mintChannelId(),
    title: `老年人健康体检第${index + 1}期`,
    summary: '为家里的老人预约免费体检',
    category: 'health' as const,
  }))
  await offerItem().put(batch).go()
}

async function listCost(): Promise<{ cold: number; warm: number; listed: number }> {
  forgetEverything()
  const cold = await metered(() => call('services', {}))
  const warm = await metered(() => call('services', {}))
  const { items } = cold.result as { items: unknown[] } // the services reply
  return { cold: cold.used.readUnits, warm: warm.used.readUnits, listed: items.length }
}

// 200 city-wide services, two homes in two communities.
await offer(idOfDivision('11'), 200)
const alone = await listCost()
show(`list ${alone.listed / 2} services for each of two homes, cold (session included)`, alone.cold, 'read units', 10)
show('the same again within 5 s (only who is asking)', alone.warm, 'read units', 1)

// Channels elsewhere do not change it.
const elsewhere = (await childrenOf(idOfDivision('110105026')))
  .map(({ id }) => id)
  .filter((id) => id !== north && id !== west)
let there = 0
for (const target of [100, 10_000]) {
  for (let next = 0; there < target; next++) {
    const place = elsewhere[next % elsewhere.length]
    if (place === undefined) break
    const count = Math.min(target - there, 500)
    await offer(place, count)
    there += count
  }
  const { cold } = await listCost()
  show(`the same with ${there} channels elsewhere`, cold, 'read units', alone.cold)
}

// One submission whose item is as large as a request gets: 3 KB.
const id = mintChannelId()
const at = new Date().toISOString()
const channel = {
  id,
  organisationId: `o${north}`,
  place: north,
  state: 'draft' as const,
  content: consultation,
  edition: 1,
  reach: [],
  updatedAt: at,
  by: 'bench',
}
await createChannel(channel)
await saveOffers(
  { ...channel, state: 'open', edition: 2, publishedEdition: 2, version: 1, reach: [north] },
  { added: [], removed: [] },
  at,
)
const home = (await readStandingItem(resident))?.homes[0]?.placeId ?? north
const random = (length: number) =>
  Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(Math.random() * 8000))).join('')
const answers: FormAnswers = {
  applicant: [{ values: { name: '周惊蛰', mobile: '19000009001' } }],
  visit: [{ values: { note: random(390) } }],
}
const requestId = mintRequestId()
const submitted = await metered(() =>
  call('submit', { channelId: id, requestId }, { version: 1, home, answers, notify: false }),
)
const { requestItem } = await import('../../functions/channels/request.store')
const { data: kept } = await requestItem().get({ id: requestId }).go()
const bytes =
  kept === null
    ? 0
    : kept.answers.length + kept.patch.length + JSON.stringify({ ...kept, answers: '', patch: '' }).length
show(
  `writes before the answer of a submit (${bytes} bytes, 2 indexes with the card)`,
  submitted.used.writes,
  'writes',
  1,
)
show('write units of that submit with its indexes', submitted.used.writeUnits, 'write units', 10)
show('read units of that submit (session, channel, place, answer)', submitted.used.readUnits, 'read units', 10)
const opened = await metered(() => {
  forgetEverything()
  return call('service', { channelId: id })
})
show('open a form prefilled from its subjects, cold', opened.used.readUnits, 'read units', 8)

await benchPlaces(show, north, home)
await benchTree(show, north, home)

for (const { entry, bytes, besides } of await bundled()) {
  show(`Lambda bundle ${entry}`, bytes / 1000, 'kB', 500)
  if (besides > 0) show(`Lambda bundle ${entry}, besides, by one call`, besides / 1000, 'kB', 500)
}

/** The main package is everything but the sub-packages. */
function mainPackage(folder: string): number {
  const app: { subPackages?: { root: string }[]; subpackages?: { root: string }[] } = JSON.parse(
    readFileSync(join(folder, 'app.json'), 'utf8'),
  )
  const apart = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map((one) => join(folder, one.root))
  const sum = (path: string): number => {
    if (apart.some((one) => path === one.replace(/\/$/, ''))) return 0
    return statSync(path).isDirectory()
      ? readdirSync(path).reduce((total, name) => total + sum(join(path, name)), 0)
      : statSync(path).size
  }
  return sum(folder) / 1000
}
for (const app of ['resident', 'gov']) {
  const folder = join(root, `miniprogram-${app}`, 'dist', 'weapp')
  if (existsSync(folder)) show(`weapp main package ${app}`, mainPackage(folder), 'kB', 1000)
}

rows.push(...(await benchAddresses()))

await finish()

async function finish(): Promise<never> {
  const width = Math.max(...rows.map(({ what }) => what.length))
  for (const { what, figure, bar, reached } of rows) {
    console.log(`${reached ? 'ok  ' : 'MISS'}  ${what.padEnd(width)}  ${figure.padStart(14)}   ${bar}`)
  }
  await outside.stop()
  await engine.stop()
  process.exit(rows.every(({ reached }) => reached) ? 0 : 1)
}
