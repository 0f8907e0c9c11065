import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { selfCheckJob } from '../functions/ledgers/self-check.job'
import { createTable } from '../functions/local/engine'
import { localSecrets, setSurroundings } from '../functions/local/system'
import { sealJob } from '../functions/platform/audit.seal'
import { environment } from '../functions/platform/environment'
import { tableClient } from '../functions/platform/table/client'
import { ownEngine } from './own-engine'

/** A real table of its own with nothing in it, for what needs no city around it. */
export async function anEmptyTable(): Promise<void> {
  const tableEndpoint = ownEngine()
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
