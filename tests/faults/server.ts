/** A small system of its own process, with its data on disk, for tests that kill it. Prints `ready` with the people's phones. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTable, startEngine } from '../../functions/local/engine'
import { application, listen } from '../../functions/local/http'
import { outsideWorld } from '../../functions/local/outside'
import { localSecrets, setSurroundings, startSystem } from '../../functions/local/system'

const [folder = '', apiPort = '', tablePort = '', outsidePort = ''] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const engine = await startEngine(Number(tablePort), join(folder, 'table'))
const secretsFile = join(folder, 'secrets.json')
const secrets = localSecrets(secretsFile)
await listen(outsideWorld(secrets.wechat, secrets.sms), Number(outsidePort))
const surroundings = {
  tableEndpoint: engine.endpoint,
  tableName: 'killed',
  folder,
  wechatBaseUrl: `http://127.0.0.1:${outsidePort}`,
  smsBaseUrl: `http://127.0.0.1:${outsidePort}/sms`,
}
setSurroundings(surroundings, secretsFile)
await createTable(engine.endpoint, 'killed')
const seeded = join(folder, 'seeded')
if (!existsSync(seeded)) {
  const { seedTestCity } = await import('../seed')
  await seedTestCity()
  writeFileSync(seeded, '')
}
const system = await startSystem(surroundings)
await system.settle()
await listen(application(system.handlers, undefined), Number(apiPort))
const { officialPhones } = await import('../people')
process.stdout.write(`ready ${JSON.stringify(await officialPhones())}\n`)
process.on('message', async (message) => {
  if (message === 'settle') {
    await system.settle()
    process.send?.('settled')
  }
})
