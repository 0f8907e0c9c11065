import { fork } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Api, mintJobId, type SheetImportReply } from '@zmht/shared/contract'
import { entityId } from '@zmht/shared/knowledge'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openSheet, writeSheet } from '../../functions/ledgers/sheets/workbook/index'
import { forgetEverything } from '../../functions/platform/cache'
import { moveClock, resetClock } from '../../functions/platform/clock'
import { environment } from '../../functions/platform/environment'
import { post } from '../files'
import { ownEngine } from '../own-engine'
import { officialPhones } from '../people'
import { aLedger, bookFrom, idNumber, sheetOf } from '../sheets'
import { aWorld, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api

beforeAll(async () => {
  world = await aWorld()
  const phones = await officialPhones()
  worker = world.as((await world.signIn('gov', phones.worker)).accessToken)
  neighbour = world.as((await world.signIn('gov', phones.neighbourWorker)).accessToken)
})
afterEach(() => {
  resetClock()
  forgetEverything()
})
afterAll(() => world.stop())

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' as const
const door = (number: string): string => `花家地北里1号楼1单元${number}`

async function upload(ledgerId: string, bytes: Buffer, name = '居民.xlsx', type: typeof xlsx | 'text/csv' = xlsx) {
  const params = { ledgerId, importId: mintJobId() }
  const { url, fields } = await worker.ledgers.newImport({ params, body: { name, type, bytes: bytes.length } })
  const { status, text } = await post({ url, fields }, Uint8Array.from(bytes))
  if (status !== 204) throw new Error(`the bucket refused the sheet: ${status} ${text}`)
  return params
}

type Params = { ledgerId: string; importId: string }
const look = (params: Params): Promise<SheetImportReply> => worker.ledgers.sheetImport({ params })

/** Uploads, reads, and takes the proposed columns as they are. */
async function checked(ledgerId: string, bytes: Buffer, more: { place?: typeof world.places.north } = {}) {
  const params = await upload(ledgerId, bytes)
  await worker.ledgers.readSheet({ params, body: { fillDown: false } })
  await world.workOff()
  const read = await look(params)
  expect(read.state).toBe('read')
  await worker.ledgers.mapColumns({
    params,
    body: { columns: read.columns.map(({ column, as }) => ({ column, as })), nearest: false, ...more },
  })
  await world.workOff()
  return { params, read, preview: await look(params) }
}

const headings = ['序号', '姓名', '身份证号码', '手机号', '现住址', '户口性质', '到访日期']
const someone = (number: number, address = door('101')): string[] => [
  String(number),
  `测试${'甲乙丙丁戊己庚辛壬癸'.charAt(number % 10)}`,
  idNumber(number),
  `1900001${String(number).padStart(4, '0')}`,
  address,
]

test('a sheet is read, its columns are understood, and every row is checked with its reasons', async () => {
  const ledgerId = await aLedger(world)
  const wrongNumber = `${idNumber(5).slice(0, 17)}${idNumber(5).endsWith('1') ? '2' : '1'}`
  const rows = [
    someone(1),
    someone(2, '花家地北里1号楼1单元102'),
    someone(3, '花家地西里1号楼1单元101'),
    someone(4, '花家地北里9号楼1单元101'),
    ['5', '测试己', wrongNumber, '19000010005', door('101')],
    ['6', '测试庚', idNumber(1), '', door('101')],
    ['7', '', '', '', door('101')],
    ['8', '测试壬', '', '123', '不知道哪里'],
    ['合计', '8'],
  ]
  const { preview, read, params } = await checked(ledgerId, await sheetOf(headings, rows, '花家地北里社区居民登记表'))
  const meant = Object.fromEntries(
    read.columns.map(({ heading, as }) => [heading, as.of === 'attribute' ? as.attribute : as.of]),
  )
  expect(meant).toMatchObject({
    序号: 'nothing',
    姓名: 'person.name',
    身份证号码: 'person.idNumber',
    手机号: 'person.mobile',
    现住址: 'place',
  })
  expect(read.headingRow).toBe(2)
  expect(preview.state).toBe('checked')
  expect(preview.preview).toMatchObject({ rows: 8, new: 2, known: 0, duplicate: 1, wrong: 5 })
  const refused = await worker.ledgers.importRows({ params, query: { what: 'refused' } })
  expect(refused.items.map(({ row, reasons }) => [row, reasons.map(({ message }) => message).join('；')])).toEqual([
    [5, expect.stringContaining('不在您的管理范围内')],
    [6, expect.stringContaining('还没有登记“9号楼')],
    [7, expect.stringContaining('最后一位对不上')],
    [8, expect.stringContaining('和第 3 行的证件号码相同')],
    [9, expect.stringContaining('没有姓名')],
    [10, expect.stringMatching(/手机号.*地址“不知道哪里”认不出/)],
  ])
  const first = await worker.ledgers.importRows({ params, query: { what: 'first' } })
  expect(first.items).toHaveLength(8)
  expect(first.items[0]).toMatchObject({ row: 3, outcome: 'new', home: expect.stringContaining('101') })
  expect(
    preview.preview?.reasons.map(({ rows: count }) => count).reduce((all, one) => all + one, 0),
  ).toBeGreaterThanOrEqual(6)

  await expect(worker.ledgers.startImport({ params, body: { how: 'all-or-nothing' } })).rejects.toMatchObject({
    code: 'step-not-allowed',
  })
  await expect(neighbour.ledgers.sheetImport({ params })).rejects.toMatchObject({ code: 'not-found' })

  const { url } = await worker.ledgers.wrongSheet({ params })
  const book = await bookFrom(url)
  expect(book[0]).toEqual([...headings.slice(0, 7), '未导入原因'])
  expect(book.slice(1).map((cells) => cells[0])).toEqual(['3', '4', '5', '6', '7', '8'])
  expect(book[3]?.[2]).toBe(wrongNumber)
  expect(book[3]?.at(-1)).toContain('最后一位对不上')
})

test('the rows that are in order are taken in once, stand in the ledger, and go again when it is undone', async () => {
  const ledgerId = await aLedger(world)
  const rows = [someone(21), someone(22, door('102')), someone(23, '花家地西里1号楼1单元101')]
  const { params } = await checked(ledgerId, await sheetOf(headings, rows))
  await worker.ledgers.startImport({ params, body: { how: 'valid-only' } })
  await world.workOff()
  const done = await look(params)
  expect(done).toMatchObject({ state: 'done', imported: 2, failed: 0 })
  const listed = await worker.ledgers.rows({ params: { ledgerId }, query: {} })
  const ours = listed.items.filter(({ name }) => name === '测试乙' || name === '测试丙')
  expect(ours.map(({ name }) => name).sort()).toEqual(['测试丙', '测试乙'])
  const [one] = ours
  const shown = await worker.ledgers.entity({ params: { entityId: one?.id ?? '' }, query: {} })
  expect(shown.facts.find(({ attribute }) => attribute === 'person.name')).toMatchObject({
    source: '表格导入：居民.xlsx',
    authority: 'recorded',
  })
  // Known by the number now: a second sheet adds to them.
  const again = await checked(ledgerId, await sheetOf(headings, rows.slice(0, 2)))
  expect(again.preview.preview).toMatchObject({ known: 2, new: 0 })

  moveClock(60_000)
  await worker.ledgers.undoImport({ params })
  await world.workOff()
  expect(await look(params)).toMatchObject({ state: 'undone' })
  await expect(worker.ledgers.entity({ params: { entityId: one?.id ?? '' }, query: {} })).rejects.toMatchObject({
    code: 'not-found',
  })
  const left = await worker.ledgers.rows({ params: { ledgerId }, query: {} })
  expect(left.items.some(({ name }) => name === '测试乙' || name === '测试丙')).toBe(false)
  const third = await checked(ledgerId, await sheetOf(headings, rows.slice(0, 2)))
  expect(third.preview.preview).toMatchObject({ known: 0, new: 2 })
})

test('what others said stands again when an import that overruled it is undone', async () => {
  const ledgerId = await aLedger(world)
  const { north } = world.places
  const first = await checked(ledgerId, await sheetOf(headings, [someone(31)]))
  await worker.ledgers.startImport({ params: first.params, body: { how: 'all-or-nothing' } })
  await world.workOff()
  const { readEntity, readRelations } = await import('../../functions/ledgers/entity.store')
  const { entityOfKey } = await import('../../functions/ledgers/entity.store')
  const id = entityId((await entityOfKey('person.idNumber', idNumber(31))) ?? '')
  const before = await readEntity(id, true)
  const homes = await readRelations(id, true)
  moveClock(60_000)
  const changed = someone(31, door('202'))
  changed[3] = '19000019999'
  const second = await checked(ledgerId, await sheetOf(headings, [changed]), { place: north })
  await worker.ledgers.startImport({ params: second.params, body: { how: 'all-or-nothing' } })
  await world.workOff()
  expect((await readEntity(id, true))?.facts['person.mobile']?.value).toBe('19000019999')
  expect((await readRelations(id, true))[0]?.to).not.toBe(homes[0]?.to)
  moveClock(60_000)
  await worker.ledgers.undoImport({ params: second.params })
  await world.workOff()
  const after = await readEntity(id, true)
  expect(after?.claims).toEqual(before?.claims)
  expect(after?.path).toBe(before?.path)
  expect(await readRelations(id, true)).toEqual(homes)
  const { historyOf } = await import('../../functions/ledgers/history.store')
  expect((await historyOf(id)).map(({ decided }) => decided?.code.slice(0, 9))).toEqual([
    'withdrawn',
    undefined,
    undefined,
  ])
})

test('an import that is stopped keeps what was taken in and says so', async () => {
  const ledgerId = await aLedger(world)
  const rows = Array.from({ length: 100 }, (_, at) => someone(100 + at))
  const { params } = await checked(ledgerId, await sheetOf(headings, rows))
  await worker.ledgers.startImport({ params, body: { how: 'valid-only' } })
  for (;;) {
    const { imported, state } = await look(params)
    if (imported > 0 || state === 'done') break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await worker.ledgers.cancelImport({ params }).catch(() => worker.ledgers.cancelImport({ params }))
  await world.workOff()
  const stopped = await look(params)
  expect(stopped.state).toBe('cancelled')
  expect(stopped.imported).toBeGreaterThan(0)
  expect(stopped.imported).toBeLessThan(100)
  expect(stopped.message).toContain(`导入了 ${stopped.imported} 行`)
  // Also when it is stopped between two steps, after the counts of the last rows were kept.
  const { changeImport } = await import('../../functions/ledgers/sheets/importing')
  const { runningStep } = await import('../../functions/ledgers/sheets/running.job')
  const { readJob } = await import('../../functions/platform/job.store')
  const kept = await changeImport(params.importId, (one) => ({ ...one, message: '正在停下，这一批登记完就停' }))
  const job = await readJob(kept?.job ?? '')
  if (job === undefined) throw new Error('the import has no job')
  const { imported } = stopped
  const cursor = JSON.stringify({ part: 0, from: imported, imported, failed: 0, failedParts: [] })
  expect((await runningStep({ ...job, cursor })).finished).toBe(true)
  expect((await look(params)).message).toBe(stopped.message)
  const { entityOfKey } = await import('../../functions/ledgers/entity.store')
  const held = async () =>
    (await Promise.all(rows.map(([, , number]) => entityOfKey('person.idNumber', number ?? '')))).filter(
      (one) => one !== undefined,
    ).length
  expect(await held()).toBe(stopped.imported)
  moveClock(60_000)
  await worker.ledgers.undoImport({ params })
  await world.workOff()
  expect(await held()).toBe(0)
})

test('an import killed in the middle goes on where it was, and every row is taken in once', async () => {
  const ledgerId = await aLedger(world)
  const rows = Array.from({ length: 45 }, (_, at) => someone(300 + at))
  const { params } = await checked(ledgerId, await sheetOf(headings, rows))
  const script = join(dirname(fileURLToPath(import.meta.url)), '..', 'faults', 'importing-sheet.ts')
  const run = async (killAfter: number): Promise<boolean> => {
    const child = fork(
      script,
      [
        await ownEngine(),
        environment.tableName(),
        params.importId,
        environment.filesEndpoint() ?? '',
        environment.secrets(),
      ],
      {
        execArgv: ['--import', 'tsx'],
        silent: true,
        env: { ...process.env, NODE_NO_WARNINGS: '1' },
      },
    )
    let printed = ''
    child.stderr?.on('data', (data) => process.stderr.write(data))
    return new Promise((resolve) => {
      child.stdout?.on('data', (data) => {
        printed += data
        if (printed.includes(`write ${killAfter}\n`)) child.kill('SIGKILL')
      })
      child.once('exit', () => resolve(printed.includes('finished')))
    })
  }
  expect(await run(17)).toBe(false)
  expect(await run(9)).toBe(false)
  expect(await run(Number.POSITIVE_INFINITY)).toBe(true)
  await world.workOff()
  expect(await look(params)).toMatchObject({ state: 'done', imported: 45, failed: 0 })
  const { entityOfKey } = await import('../../functions/ledgers/entity.store')
  const { historyOf } = await import('../../functions/ledgers/history.store')
  const ids = await Promise.all(rows.map(([, , number]) => entityOfKey('person.idNumber', number ?? '')))
  expect(new Set(ids).size).toBe(45)
  for (const id of ids) expect(await historyOf(entityId(id ?? ''))).toHaveLength(1)
})

test('bad files are refused in words, and none of them is cut off', async () => {
  const ledgerId = await aLedger(world)
  const refusal = async (bytes: Buffer, name = '坏.xlsx', type: typeof xlsx | 'text/csv' = xlsx) => {
    const params = await upload(ledgerId, bytes, name, type)
    await worker.ledgers.readSheet({ params, body: { fillDown: false } })
    await world.workOff()
    const { state, message } = await look(params)
    return [state, message]
  }
  const good = await sheetOf(headings, [someone(1)])
  expect(await refusal(good.subarray(0, good.length - 200))).toEqual(['failed', expect.stringContaining('读不出来')])
  expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual(['failed', expect.stringContaining('.xls')])
  expect(await refusal(Buffer.from('姓名,电话\n"张三,1\n'), '坏.csv', 'text/csv')).toEqual([
    'failed',
    expect.stringContaining('引号'),
  ])
  expect(await refusal(Buffer.from([0, 1, 2, 3, 4]))).toEqual(['failed', expect.stringContaining('不是表格')])
  expect(await refusal(Buffer.from('1,2\n3,4\n'), '数.csv', 'text/csv')).toEqual([
    'failed',
    expect.stringContaining('表头'),
  ])
  const wide = await sheetOf(
    Array.from({ length: 300 }, (_, at) => `列${at}`),
    [],
  )
  expect(await refusal(wide)).toEqual(['failed', expect.stringContaining('200 列')])
  await expect(
    worker.ledgers.newImport({
      params: { ledgerId, importId: mintJobId() },
      body: { name: '大.xlsx', type: xlsx, bytes: 31 * 1024 * 1024 },
    }),
  ).rejects.toMatchObject({ code: 'invalid' })
})

test('text in any encoding is read as the same rows', async () => {
  const ledgerId = await aLedger(world)
  const gb = Buffer.concat([
    Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd7, 0xa1, 0xd6, 0xb7, 0x0d, 0x0a]),
    Buffer.from([0xcd, 0xf5, 0xb7, 0xbc, 0x2c]),
    Buffer.from([0xbb, 0xa8, 0xbc, 0xd2, 0xb5, 0xd8, 0xb1, 0xb1, 0xc0, 0xef, 0x31, 0xba, 0xc5, 0xc2, 0xa5, 0x0d, 0x0a]),
  ])
  const params = await upload(ledgerId, gb, '居民.csv', 'text/csv')
  await worker.ledgers.readSheet({ params, body: { fillDown: false } })
  await world.workOff()
  const { columns } = await look(params)
  expect(columns.map(({ heading, examples }) => [heading, examples])).toEqual([
    ['姓名', ['王芳']],
    ['住址', ['花家地北里1号楼']],
  ])
})

test('rows are exported as one may see them, with who and when, and never as formulas', async () => {
  const ledgerId = await aLedger(world)
  const rows = [someone(41), someone(42, door('102'))]
  const { params } = await checked(ledgerId, await sheetOf(headings, rows))
  await worker.ledgers.startImport({ params, body: { how: 'all-or-nothing' } })
  await world.workOff()
  const exportId = mintJobId()
  const exporting = { ledgerId, exportId }
  await worker.ledgers.exportRows({ params: exporting, body: { purpose: '入户走访' } })
  await world.workOff()
  expect(await worker.ledgers.exportProgress({ params: exporting })).toMatchObject({ state: 'done' })
  await expect(neighbour.ledgers.exportFile({ params: exporting })).rejects.toMatchObject({ code: 'not-found' })
  const { url } = await worker.ledgers.exportFile({ params: exporting })
  const book = await bookFrom(url)
  expect(book[0]?.[0]).toMatch(/导出，用途：入户走访/)
  expect(book[1]?.slice(0, 3)).toEqual(['名称', '所在', '姓名'])
  const names = book.slice(2).map(([name]) => name)
  expect(names).toEqual(expect.arrayContaining(['测试乙', '测试丙']))
  expect(book.flat().join()).not.toContain(idNumber(41))
  const { auditOf } = await import('../../functions/platform/audit.store')
  expect((await auditOf(`ledger/${ledgerId}`)).map(({ purpose }) => purpose)).toEqual([
    '导出表格：入户走访',
    '导出表格：入户走访',
  ])
  // Whoever works in the other community of the ledger takes out what is there, and nothing of this one.
  const theirs = { ledgerId, exportId: mintJobId() }
  await neighbour.ledgers.exportRows({ params: theirs, body: {} })
  await world.workOff()
  const other = await bookFrom((await neighbour.ledgers.exportFile({ params: theirs })).url)
  expect(other[1]?.[0]).toBe('名称')
  expect(other.flat().join()).not.toMatch(/测试[乙丙]/)
  await expect(
    neighbour.ledgers.exportRows({
      params: { ledgerId, exportId: mintJobId() },
      body: { place: world.places.north },
    }),
  ).rejects.toMatchObject({ code: 'outside-territory' })
})

test('a cell that begins like a formula is text, and signs XML cannot hold are left out', async () => {
  async function* rows() {
    yield ['=1+1', '+1', '@a', `a\u0001<b>&"c`]
  }
  const bytes = await writeSheet({ name: '测试', headings: ['一', '二', '三', '四'], rows: rows() })
  const opened = await openSheet(bytes, { fillDown: false })
  const read: (readonly string[])[] = []
  for await (const batch of opened.rows) read.push(...batch.map(({ cells }) => cells))
  expect(read).toEqual([
    ['一', '二', '三', '四'],
    ['=1+1', '+1', '@a', 'a<b>&"c'],
  ])
  expect(bytes.includes('<f>')).toBe(false)
})
