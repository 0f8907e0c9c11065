import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accepts, createTable, type Engine, startEngine } from './engine'
import { localSecrets, type Surroundings, setSurroundings } from './system'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Where `npm start` keeps its data, and the ports it listens at. */
export const localFolder = (): string => process.env.ZMHT_DATA ?? join(root, '.data', 'local')
export const localPorts = () => ({
  table: Number(process.env.ZMHT_TABLE_PORT ?? 7103),
  outside: Number(process.env.ZMHT_WECHAT_PORT ?? 7104),
  files: Number(process.env.ZMHT_FILES_PORT ?? 7105),
})

export interface Opened {
  readonly surroundings: Surroundings
  readonly secretsFile: string
  /** `npm start` is running: it works off what follows from what is written. */
  readonly isRunning: boolean
  readonly close: () => Promise<void>
}

/** Opens the data of this machine for a command: the engine of `npm start` where that is running, else one of its own on the same data. */
export async function openLocal(say: (message: string) => void): Promise<Opened> {
  const folder = localFolder()
  const ports = localPorts()
  mkdirSync(folder, { recursive: true })
  const isRunning = await accepts(ports.table)
  const seeded = join(folder, 'seeded')
  if (!isRunning && !existsSync(seeded))
    for (const kept of ['table', 'files']) rmSync(join(folder, kept), { recursive: true, force: true })
  const engine: Engine | undefined = isRunning ? undefined : await startEngine(ports.table, join(folder, 'table'))
  const secretsFile = join(folder, 'secrets.json')
  localSecrets(secretsFile)
  const surroundings: Surroundings = {
    tableEndpoint: `http://127.0.0.1:${ports.table}`,
    tableName: 'zmht',
    folder,
    wechatBaseUrl: `http://127.0.0.1:${ports.outside}`,
    smsBaseUrl: `http://127.0.0.1:${ports.outside}/sms`,
    filesEndpoint: `http://127.0.0.1:${ports.files}`,
  }
  setSurroundings(surroundings, secretsFile)
  if (!isRunning && (await createTable(surroundings.tableEndpoint, 'zmht')))
    rmSync(join(folder, 'stream-position.json'), { force: true })
  if (!existsSync(seeded)) {
    const { seed } = await import('./seed')
    await seed(say)
    writeFileSync(seeded, new Date().toISOString())
  }
  return { surroundings, secretsFile, isRunning, close: async () => engine?.stop() }
}
