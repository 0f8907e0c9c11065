import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Api, mintGrantId, mintJobId, mintLedgerId, type SheetImportReply } from '@zmht/shared/contract'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { idOfDivision } from '../hierarchy/divisions'
import { inventedPhone } from './demonstration'
import { batchRate } from './engine-rate'
import { inventedPeople } from './invented-people'
import { localFolder, localPorts, openLocal } from './open'

export interface Asked {
  readonly template: string
  readonly rows: number
  readonly city: string
  readonly seed: number
}

/** 社工 of 花家地北里. */
const memberOfPilot = 1029

interface Begun {
  readonly ledgerId: string
  readonly importId: string
}

type Say = (line: string) => void

/**
 * Fills a ledger through the import a clerk uses. What was begun is written down beside the data: run again after it was killed, it goes on.
 * @returns the exit code
 */
export async function load(asked: Asked, say: Say): Promise<number> {
  const opened = await openLocal(say)
  if (opened.isRunning) {
    say('npm start 正在运行：请先停止它，再运行这个命令（两个程序不能同时处理同一份数据）')
    return 1
  }
  const running = await startEverything(opened)
  const within = idOfDivision(asked.city)
  const first = asked.city === '11' ? 1001 : 5001
  const note = join(localFolder(), `load-${asked.template}-${asked.city}-${asked.rows}-${asked.seed}.json`)
  try {
    const clerk = await running.as(first)
    const isGoingOn = existsSync(note)
    if (!isGoingOn) {
      // What followed from an earlier start is worked off first.
      await running.settled()
      const ledgerId = await newLedger(asked, running, clerk)
      writeFileSync(note, JSON.stringify({ ledgerId, importId: mintJobId() }))
    } else say('接着上次没有完成的导入')
    const begun: Begun = JSON.parse(readFileSync(note, 'utf8'))
    const { meteredWithAll } = await import('../platform/table/client')
    const { used, result: took } = await takeIn(asked, begun, clerk, running, say, meteredWithAll)
    const each = (units: number) => (units / Math.max(1, took.rows)).toFixed(2)
    const { here } = await clerk.ledgers.measured({
      params: { ledgerId: begun.ledgerId, measureId: 'all' },
      query: { place: within },
    })
    const inLedger = here.whole.rows ?? 0
    say(
      `台账 ${begun.ledgerId}：表里 ${asked.rows} 行，导入 ${took.rows} 行，失败 ${took.failed} 行，台账中 ${inLedger} 人`,
    )
    rmSync(note)
    if (took.whole) {
      const rate = (seconds: number) => took.rows / seconds
      say(`导入 ${rate(took.imported).toFixed(1)} 行/秒；连同台账、检索和各级数字 ${rate(took.all).toFixed(1)} 行/秒`)
      say(`每行 ${each(used.writeUnits)} 个写容量单位，${each(used.readUnits)} 个读容量单位（含导入之后的全部更新）`)
      const engine = await batchRate(join(localFolder(), 'rate'))
      say(
        `本机数据引擎批量写入 ${engine.toFixed(0)} 条/秒（每条约 1 kB）：全部完成的一行相当于 ${(engine / rate(took.all)).toFixed(0)} 条`,
      )
    }
    const member = await running.as(asked.city === '11' ? memberOfPilot : first)
    const { measureReads } = await import('./measured-reads')
    for (const line of await measureReads({ ledgerId: begun.ledgerId, within, admin: clerk, member })) say(line)
    return took.rows + took.failed === took.good && inLedger >= took.rows ? 0 : 1
  } finally {
    await running.stop()
    await opened.close()
  }
}

/** The system with the outside world it needs, and sessions of invented officials. */
async function startEverything({ surroundings, secretsFile }: Awaited<ReturnType<typeof openLocal>>) {
  const { startSystem, localBucket, localSecrets } = await import('./system')
  const { application, listen } = await import('./http')
  const { accepts, freePort } = await import('./engine')
  const { outsideWorld } = await import('./outside')
  const { lastingClient, signInByPhone } = await import('./first-service')
  const ports = localPorts()
  for (const port of [ports.files, ports.outside]) if (await accepts(port)) throw new Error(`端口 ${port} 已被占用`)
  const secrets = localSecrets(secretsFile)
  const outside = await listen(outsideWorld(secrets.wechat, secrets.sms), ports.outside)
  const files = await listen(localBucket(join(localFolder(), 'files')), ports.files)
  const system = await startSystem(surroundings)
  const port = await freePort()
  const api = `http://127.0.0.1:${port}/api`
  const http = await listen(application(system.handlers, undefined), port)
  return {
    as: (number: number): Promise<Api> =>
      lastingClient(api, async () => {
        for (let tries = 0; ; tries++) {
          try {
            return (await signInByPhone(api, surroundings.smsBaseUrl, 'gov', inventedPhone(number))).accessToken
          } catch (error) {
            // A phone gets one code a minute; killed and started again we come sooner.
            if (tries === 14) throw error
            await new Promise((resolve) => setTimeout(resolve, 5000))
          }
        }
      }),
    /** Everything that follows has been done, jobs whose next step waits included. */
    settled: async () => {
      await system.settle()
      while (system.queues.nextDue !== undefined) {
        await new Promise((resolve) => setTimeout(resolve, 500))
        await system.settle()
      }
    },
    stop: async () => {
      await http.stop()
      await system.stop()
      await outside.stop()
      await files.stop()
    },
  }
}

type Running = Awaited<ReturnType<typeof startEverything>>

/** The tiers above a community see no people until a rule lets them; then the ledger of a template. @returns its id */
async function newLedger({ template, city }: Asked, running: Running, clerk: Api): Promise<string> {
  const within = idOfDivision(city)
  const keeper = city === '11' ? await running.as(1902) : clerk
  await keeper.permissions.saveGrant({
    params: { grantId: mintGrantId() },
    body: {
      content: {
        name: '市级台账集中导入',
        effect: 'allow',
        subject: { organisations: [`o${within}`], roles: ['statistics-viewer'] },
        actions: ['ledger.list', 'ledger.read', 'ledger.edit', 'ledger.write'],
        resource: {},
        territory: 'own',
        fields: { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' },
      },
      reason: '演示：集中导入',
      edition: 0,
    },
  })
  await running.settled()
  // A rule holds everywhere within five seconds.
  await new Promise((resolve) => setTimeout(resolve, 6000))
  const ledgerId = mintLedgerId()
  const found = ledgerTemplates.find(({ id }) => id === template)
  if (found === undefined) throw new Error('没有这样的台账模板')
  const { id: _, ...content } = found
  await clerk.ledgers.save({ params: { ledgerId }, body: { content, measures: [], within: [within], edition: 0 } })
  await running.settled()
  return ledgerId
}

interface Took {
  readonly rows: number
  readonly failed: number
  /** Rows of the sheet that could be taken in. */
  readonly good: number
  /** Seconds until the last row was taken in, and until everything that follows was done. */
  readonly imported: number
  readonly all: number
  /** From the first row on, in one go: then it can be said how fast it was. */
  readonly whole: boolean
}

/** Brings an import to its end, wherever it is. */
async function takeIn(
  asked: Asked,
  { ledgerId, importId }: Begun,
  clerk: Api,
  running: Running,
  say: Say,
  meteredWithAll: typeof import('../platform/table/client').meteredWithAll,
) {
  const within = idOfDivision(asked.city)
  const params = { ledgerId, importId }
  let told = ''
  const until = async (isThere: (one: SheetImportReply) => boolean): Promise<SheetImportReply> => {
    for (;;) {
      const now = await clerk.ledgers.sheetImport({ params })
      if (now.state === 'failed') throw new Error(now.message)
      const line = now.job?.message ?? now.message
      if (line !== told) say(`  ${line}`)
      told = line
      if (isThere(now)) return now
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
  await upload(asked, { ledgerId, importId }, clerk, say)
  let now = await clerk.ledgers.sheetImport({ params })
  const wasRunning = now.state === 'running' || now.state === 'done'
  if (now.state === 'waiting') await clerk.ledgers.readSheet({ params, body: { fillDown: false } })
  now = await until(({ state }) => state !== 'waiting' && state !== 'reading')
  if (now.state === 'read') {
    const columns = now.columns.map(({ column, as: meaning }) => ({ column, as: meaning }))
    await clerk.ledgers.mapColumns({ params, body: { columns, nearest: true, place: within } })
  }
  now = await until(({ state }) => state !== 'read' && state !== 'checking')
  const { preview } = now
  say(
    `  预览：共 ${preview?.rows} 行，新 ${preview?.new}，已有 ${preview?.known}，重复 ${preview?.duplicate}，有误 ${preview?.wrong}`,
  )
  for (const { reason, rows } of preview?.reasons ?? []) say(`    ${rows} 行：${reason}`)
  const began = performance.now()
  return meteredWithAll(async (): Promise<Took> => {
    if (now.state === 'checked') await clerk.ledgers.startImport({ params, body: { how: 'valid-only' } })
    const done = await until(({ state }) => state === 'done')
    const imported = (performance.now() - began) / 1000
    say(`  已导入 ${done.imported} 行，正在等台账和数字跟上…`)
    await running.settled()
    const all = (performance.now() - began) / 1000
    const good = (preview?.new ?? 0) + (preview?.known ?? 0)
    return { rows: done.imported, failed: done.failed, good, imported, all, whole: !wasRunning }
  })
}

/** Makes the sheet and posts it, unless that was done before. */
async function upload({ rows, seed, city }: Asked, params: Begun, clerk: Api, say: Say): Promise<void> {
  const { items } = await clerk.ledgers.imports({ params: { ledgerId: params.ledgerId } })
  const held = items.find(({ id }) => id === params.importId)
  if (held !== undefined && held.state !== 'waiting') return
  const { writeSheet } = await import('../ledgers/sheets/workbook/index')
  const people = await inventedPeople(idOfDivision(city), seed)
  say(`正在生成 ${rows} 人的表格…`)
  const bytes = await writeSheet({ name: '人员', headings: people.headings, rows: people.rows(rows) })
  const { url, fields } = await clerk.ledgers.newImport({
    params,
    body: {
      name: '实有人口.xlsx',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: bytes.byteLength,
    },
  })
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([Uint8Array.from(bytes)]), 'file')
  const posted = await fetch(url, { method: 'POST', body: form })
  if (posted.status !== 204) throw new Error('表格没有上传成功')
}
