/**
 * `npm run load -- --ledger residents --rows 10000 --places beijing`: fills a ledger with invented people the way a clerk does, with a sheet that is uploaded,
 * read, checked and taken in, and says how fast that went and what it cost. The same seed gives the same people; run again with more rows it adds to them.
 */
import { mintGrantId, mintJobId, mintLedgerId, type SessionReply, type SheetImportReply } from '@zmht/shared/contract'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { idOfDivision } from '../hierarchy/divisions'
import { inventedPhone } from './demonstration'
import { inventedPeople } from './invented-people'
import { openLocal } from './open'

/** 社工 of 花家地北里. */
const memberOfPilot = 1029

const say = (line: string): void => void process.stdout.write(`${line}\n`)

interface Asked {
  readonly template: string
  readonly rows: number
  readonly city: string
  readonly seed: number
}

function askedBy(arguments_: readonly string[]): Asked | undefined {
  const given = (name: string, fallback: string): string => {
    const at = arguments_.indexOf(`--${name}`)
    return at < 0 ? fallback : (arguments_[at + 1] ?? fallback)
  }
  const city = { beijing: '11', datong: '1402' }[given('places', 'beijing')]
  const rows = Number(given('rows', '1000'))
  const template = given('ledger', 'residents')
  const isKnown = ledgerTemplates.some(({ id, kind }) => id === template && kind === 'person')
  if (city === undefined || !Number.isInteger(rows) || rows < 1 || rows > 200_000 || !isKnown) return undefined
  return { template, rows, city, seed: Number(given('seed', '1')) }
}

async function load({ template, rows, city, seed }: Asked): Promise<void> {
  const opened = await openLocal(say)
  const { startSystem, localBucket } = await import('./system')
  const { application, listen } = await import('./http')
  const { accepts, freePort } = await import('./engine')
  const { outsideWorld } = await import('./outside')
  const { localSecrets } = await import('./system')
  const { clientFor } = await import('./first-service')
  const { metered } = await import('../platform/table/client')
  const { join } = await import('node:path')
  const { localFolder, localPorts } = await import('./open')
  if (opened.isRunning) {
    say('npm start 正在运行：请先停止它，再运行这个命令（两个程序不能同时处理同一份数据）')
    process.exitCode = 1
    return
  }
  const ports = localPorts()
  for (const port of [ports.files, ports.outside]) if (await accepts(port)) throw new Error(`端口 ${port} 已被占用`)
  const secrets = localSecrets(opened.secretsFile)
  const outside = await listen(outsideWorld(secrets.wechat, secrets.sms), ports.outside)
  const files = await listen(localBucket(join(localFolder(), 'files')), ports.files)
  const system = await startSystem(opened.surroundings)
  const port = await freePort()
  const api = `http://127.0.0.1:${port}`
  const http = await listen(application(system.handlers, undefined), port)
  // What followed from an earlier start is worked off first.
  await settled(system)
  const as = async (number: number) => {
    const session = await signedIn(`${api}/api`, opened.surroundings.smsBaseUrl, inventedPhone(number))
    return clientFor(`${api}/api`, session.accessToken)
  }
  const first = city === '11' ? 1001 : 5001
  const within = idOfDivision(city)
  try {
    // The tiers above a community see no people until a rule lets them.
    const keeper = await as(city === '11' ? 1902 : first)
    const clerk = await as(first)
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
    await settled(system)
    await new Promise((resolve) => setTimeout(resolve, 6000))
    const ledgerId = mintLedgerId()
    const { id: _, ...content } = ledgerTemplates.find(({ id }) => id === template) ?? ledgerTemplates[0] ?? fail()
    await clerk.ledgers.save({ params: { ledgerId }, body: { content, measures: [], within: [within], edition: 0 } })
    await settled(system)

    const { writeSheet } = await import('../ledgers/sheets/workbook/index')
    const people = await inventedPeople(within, seed)
    say(`正在生成 ${rows} 人的表格…`)
    const bytes = await writeSheet({ name: '人员', headings: people.headings, rows: people.rows(rows) })
    const importId = mintJobId()
    const params = { ledgerId, importId }
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
    const until = async (states: readonly SheetImportReply['state'][]): Promise<SheetImportReply> => {
      for (let told = ''; ; ) {
        const now = await clerk.ledgers.sheetImport({ params })
        if (states.includes(now.state)) return now
        if (now.state === 'failed') throw new Error(now.message)
        const line = now.job?.message ?? now.message
        if (line !== told) say(`  ${line}`)
        told = line
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
    await clerk.ledgers.readSheet({ params, body: { fillDown: false } })
    const read = await until(['read', 'checked'])
    await clerk.ledgers.mapColumns({
      params,
      body: {
        columns: read.columns.map(({ column, as: meaning }) => ({ column, as: meaning })),
        nearest: true,
        place: within,
      },
    })
    const checked = await until(['checked'])
    const { preview } = checked
    say(
      `  预览：共 ${preview?.rows} 行，新 ${preview?.new}，已有 ${preview?.known}，重复 ${preview?.duplicate}，有误 ${preview?.wrong}`,
    )
    for (const { reason, rows: many } of preview?.reasons ?? []) say(`    ${many} 行：${reason}`)
    const began = performance.now()
    const { used, result: took } = await metered(async () => {
      await clerk.ledgers.startImport({ params, body: { how: 'valid-only' } })
      const done = await until(['done'])
      const imported = (performance.now() - began) / 1000
      say(`  已导入 ${done.imported} 行，正在等台账和数字跟上…`)
      await settled(system)
      return { imported, rows: done.imported }
    })
    const all = (performance.now() - began) / 1000
    const rate = (seconds: number) => (took.rows / seconds).toFixed(1)
    const each = (units: number) => (units / Math.max(1, took.rows)).toFixed(2)
    const { here } = await clerk.ledgers.measured({ params: { ledgerId, measureId: 'all' }, query: { place: within } })
    say(`台账 ${ledgerId}：${here.whole.rows} 人`)
    say(`导入 ${rate(took.imported)} 行/秒；连同台账、检索和各级数字 ${rate(all)} 行/秒`)
    say(`每行 ${each(used.writeUnits)} 个写容量单位，${each(used.readUnits)} 个读容量单位（含导入之后的全部更新）`)
    const member = await as(city === '11' ? memberOfPilot : first)
    const { measureReads } = await import('./measured-reads')
    for (const line of await measureReads({ ledgerId, within, admin: clerk, member })) say(line)
  } finally {
    await http.stop()
    await system.stop()
    await outside.stop()
    await files.stop()
    await opened.close()
  }
}

function fail(): never {
  throw new Error('没有这样的台账模板')
}

/** Everything that follows has been done, jobs whose next step waits included. */
async function settled(system: {
  readonly settle: () => Promise<void>
  readonly queues: { readonly nextDue: number | undefined }
}): Promise<void> {
  await system.settle()
  while (system.queues.nextDue !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await system.settle()
  }
}

async function signedIn(api: string, sms: string, phone: string): Promise<SessionReply> {
  const { signInByPhone } = await import('./first-service')
  return signInByPhone(api, sms, 'gov', phone)
}

/** What went wrong, as the API says it to people. */
function wordsOf(error: unknown): string {
  const { document } = error as { document?: { detail?: string; fields?: unknown } } // a problem of the client, or anything else
  const fields = document?.fields === undefined ? '' : ` ${JSON.stringify(document.fields)}`
  return document?.detail === undefined ? String(error) : `${document.detail}${fields}`
}

const asked = askedBy(process.argv.slice(2))
if (asked === undefined) {
  say('用法：npm run load -- --ledger residents --rows 10000 --places beijing（1 到 200000 行；datong 为大同）')
  process.exit(2)
}
load(asked).then(
  () => process.exit(process.exitCode ?? 0),
  (error: unknown) => {
    say(`没有完成：${wordsOf(error)}`)
    process.exit(1)
  },
)
