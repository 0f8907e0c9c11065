import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Api, createClient, sliceOf } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { createTable, freePort, startEngine } from '../../functions/local/engine'
import { listen } from '../../functions/local/http'
import { outsideWorld } from '../../functions/local/outside'
import { localBucket, localSecrets, setSurroundings, startSystem } from '../../functions/local/system'

/** A subdistrict with its communities, doors, officials and residents, on an engine of its own: for benches that put a load on it. */
export async function aTown(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `zmht-${name}-`))
  const secretsFile = join(folder, 'secrets.json')
  const secrets = localSecrets(secretsFile)
  const engine = await startEngine(await freePort(), undefined)
  await createTable(engine.endpoint, name)
  const port = await freePort()
  const outside = await listen(outsideWorld(secrets.wechat, secrets.sms), port)
  const filesPort = await freePort()
  const files = await listen(localBucket(folder), filesPort)
  const url = `http://127.0.0.1:${port}`
  const surroundings = {
    tableEndpoint: engine.endpoint,
    tableName: name,
    wechatBaseUrl: url,
    smsBaseUrl: `${url}/sms`,
    filesEndpoint: `http://127.0.0.1:${filesPort}`,
  }
  setSurroundings(surroundings, secretsFile)

  // Everything below reads its surroundings when it is first used.
  const { seedDemonstration, seedDivisions, seedDoors } = await import('../../functions/local/seed')
  const { inventedPhone } = await import('../../functions/local/demonstration')
  const { idOfDivision } = await import('../../functions/hierarchy/divisions')
  const { childrenOf, placesOfLevel } = await import('../../functions/hierarchy/index')
  const { officialByPhone } = await import('../../functions/permissions/directory.store')
  const { phoneIndexOf } = await import('../../functions/permissions/by-phone')
  const { compileStanding } = await import('../../functions/permissions/standing')
  const { signAccessToken } = await import('../../functions/platform/session/tokens')
  const { hurryClock } = await import('../../functions/platform/clock')
  const { residentsAt } = await import('../residents')

  const wangjing = idOfDivision('110105026')
  await seedDivisions('110105026', () => undefined)
  await seedDivisions('140213057', () => undefined)
  await seedDemonstration(() => undefined)
  const system = await startSystem(surroundings)
  hurryClock(true)
  const communities = await childrenOf(wangjing)

  function as(token: string): Api {
    return createClient(async ({ method, path, body }) => {
      const [pathname = '', query = ''] = path.split('?')
      const slice = sliceOf(pathname)
      if (slice === undefined) throw new Error(`nobody answers ${pathname}`)
      const answer = await system.handlers[slice]({
        httpMethod: method,
        path: pathname,
        resource: '',
        headers: { Authorization: `Bearer ${token}` },
        queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
        pathParameters: null,
        body: body === undefined ? null : JSON.stringify(body),
        isBase64Encoded: false,
        requestContext: { stage: 'bench' },
      } as unknown as APIGatewayProxyEvent) // what the gateway sends and the handlers read
      return { status: answer.statusCode, body: JSON.parse(answer.body) as unknown }
    })
  }

  /** The standing of who has a number of the demonstration. */
  async function official(number: number) {
    const id = await officialByPhone(await phoneIndexOf(inventedPhone(number)))
    const standing = id === undefined ? undefined : await compileStanding(id, undefined)
    if (standing === undefined) throw new Error(`nobody has the number ${number}`)
    return standing
  }
  const asOfficial = async (number: number): Promise<Api> =>
    as(await signAccessToken({ actor: (await official(number)).id, app: 'gov', family: 'bench' }))

  async function allDoors(): Promise<readonly PlaceId[]> {
    const doors: PlaceId[] = []
    for (const { id, name: community } of communities) {
      const { items } = await placesOfLevel(id, 'door', undefined)
      if (items.length === 0) await seedDoors(id, `${community}小区`)
      for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
        const page = await placesOfLevel(id, 'door', cursor)
        doors.push(...page.items.map((door) => door.id))
        cursor = page.next
      }
    }
    return doors
  }

  /** As many residents, evenly over the doors. */
  const residents = async (many: number, doors: readonly PlaceId[]): Promise<readonly Api[]> =>
    (await residentsAt(many, doors)).map(as)

  /** Until everything that follows is done, also what is asked again later. */
  async function settle(): Promise<void> {
    await system.settle()
    while (system.queues.nextDue !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, 200))
      await system.settle()
    }
  }

  async function stop(): Promise<void> {
    await system.stop()
    await outside.stop()
    await files.stop()
    await engine.stop()
  }
  return { wangjing, communities, as, official, asOfficial, allDoors, residents, settle, stop, signAccessToken }
}

/** Lets only so many calls be under way at once, and remembers how long they took, in milliseconds. */
export function crowding(underWay: number) {
  const took = new Map<string, number[]>()
  const waiting: (() => void)[] = []
  let free = underWay
  async function timed<T>(what: string, call: () => Promise<T>): Promise<T> {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    const began = performance.now()
    try {
      return await call()
    } finally {
      took.set(what, [...(took.get(what) ?? []), performance.now() - began])
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
  /** @returns below what a share of all calls stayed */
  function below(share: number): number {
    const all = [...took.values()].flat().sort((one, other) => one - other)
    return all[Math.floor(all.length * share)] ?? 0
  }
  const many = (): number => [...took.values()].reduce((sum, times) => sum + times.length, 0)
  return { took, timed, below, many }
}

/** The middle of fifteen calls with nobody else there, in milliseconds. */
export async function alone(call: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 15; turn++) {
    const began = performance.now()
    await call()
    times.push(performance.now() - began)
  }
  return times.sort((one, other) => one - other)[7] ?? 0
}
