import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetCommand, paginateScan } from '@aws-sdk/lib-dynamodb'
import { selfCheckJob } from '../functions/ledgers/self-check.job'
import { createTable } from '../functions/local/engine'
import { localSecrets, setSurroundings } from '../functions/local/system'
import { sealJob } from '../functions/platform/audit.seal'
import { environment } from '../functions/platform/environment'
import { intercept, tableClient } from '../functions/platform/table/client'
import { ownEngine } from './own-engine'

/** A real table of its own with nothing in it, for what needs no city around it. */
export async function anEmptyTable(): Promise<void> {
  const tableEndpoint = await ownEngine()
  const tableName = `table-${process.pid}-${Date.now()}`
  await createTable(tableEndpoint, tableName)
  const secretsFile = join(mkdtempSync(join(tmpdir(), 'zmht-')), 'secrets.json')
  localSecrets(secretsFile)
  process.env.LOG_LEVEL ??= 'SILENT'
  setSurroundings({ tableEndpoint, tableName, wechatBaseUrl: '', smsBaseUrl: '' }, secretsFile)
}

/** Every item of the table as it lies there, read past all stores. */
export async function everyItem(): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = []
  const pages = paginateScan({ client: tableClient() }, { TableName: environment.tableName(), ConsistentRead: true })
  for await (const page of pages) items.push(...(page.Items ?? []))
  return items
}

/** What is noted by itself: how far the sweep of every minute came and the day of the audit it sealed, the check of the night, and which kinds of posts rules are made ready for. */
const notes: readonly unknown[] = ['sweep', 'auditSeal', 'postSignature', 'compiledPolicy']
const isNote = ({ _e, kind }: Record<string, unknown>): boolean =>
  notes.includes(_e) || kind === sealJob || kind === selfCheckJob

/** The whole table as one text, the same exactly when nothing was written. */
export async function snapshot(): Promise<string> {
  const items = (await everyItem()).filter((item) => !isNote(item))
  const lines = items.map((item) => JSON.stringify(Object.entries(item).sort()))
  return lines.sort().join('\n')
}

/** The items of one type. */
export async function itemsOf(entity: string): Promise<Record<string, unknown>[]> {
  return (await everyItem()).filter((item) => item._e === entity)
}

/** What has become of the table since somebody began to watch it. */
export interface Watch {
  /** The items that are others than they were, as they are now and as they were, a line each; without what is noted by itself. */
  readonly changed: () => Promise<string[]>
}

type Key = Record<string, unknown>

const writing = /^(Put|Update|Delete|TransactWrite|BatchWrite)/

/**
 * Watches every write of this process: what is written is read before it is, and again when somebody asks. The same answer as two snapshots, without reading
 * ten thousand items that nobody touched. Whoever watches next takes over.
 */
export function watchTable(): Watch {
  const touched = new Map<string, { readonly key: Key; readonly was: string }>()
  intercept(async (command, input, next) => {
    if (!writing.test(command)) return next()
    for (const key of keysWritten(input)) {
      const name = JSON.stringify(key)
      if (!touched.has(name)) touched.set(name, { key, was: await lineOf(key) })
    }
    return next()
  })
  return {
    changed: async () => {
      const lines: string[] = []
      for (const { key, was } of touched.values()) {
        const now = await lineOf(key)
        if (now !== was) lines.push(...[now, was].filter((line) => line !== ''))
      }
      return lines.sort()
    },
  }
}

/** An item as a line; nothing where there is none, or it is a note. */
async function lineOf(key: Key): Promise<string> {
  const { Item } = await tableClient().send(
    new GetCommand({ TableName: environment.tableName(), Key: key, ConsistentRead: true }),
  )
  return Item === undefined || isNote(Item) ? '' : JSON.stringify(Object.entries(Item).sort())
}

interface Writing {
  readonly Item?: Key
  readonly Key?: Key
}

/** The keys a call would write: of one put, update or removal, of a transaction, or of a batch. */
function keysWritten(input: unknown): Key[] {
  const { TransactItems, RequestItems, ...one } = input as Writing & {
    readonly TransactItems?: readonly Readonly<Record<string, Writing>>[]
    readonly RequestItems?: Readonly<Record<string, readonly Readonly<Record<string, Writing>>[]>>
  } // the shapes the stores send
  const requests = Object.values(RequestItems ?? {})
    .flat()
    .flatMap((request) => Object.values(request))
  const parts = (TransactItems ?? []).flatMap((part) =>
    Object.entries(part).flatMap(([what, writing]) => (what === 'ConditionCheck' ? [] : [writing])),
  )
  return [one, ...parts, ...requests].flatMap(({ Item, Key }) => {
    const { pk, sk } = Item ?? Key ?? {}
    return pk === undefined ? [] : [{ pk, sk }]
  })
}
