/**
 * `npm run load -- --ledger residents --rows 10000 --places beijing`: fills a ledger with invented people the way a clerk does, with a sheet that is uploaded,
 * read, checked and taken in, and says how fast that went and what it cost. The same seed gives the same people; run again with more rows it adds to them.
 * With `--kills 3` the whole system, its table engine too, is killed with -9 three times while rows are taken in, and goes on each time from what it kept.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import type { Asked } from './loading'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function askedBy(arguments_: readonly string[]): (Asked & { readonly kills: number }) | undefined {
  const given = (name: string, fallback: string): string => {
    const at = arguments_.indexOf(`--${name}`)
    return at < 0 ? fallback : (arguments_[at + 1] ?? fallback)
  }
  const city = { beijing: '11', datong: '1402' }[given('places', 'beijing')]
  const [rows, kills] = [Number(given('rows', '1000')), Number(given('kills', '0'))]
  const template = given('ledger', 'residents')
  const isKnown = ledgerTemplates.some(({ id, kind }) => id === template && kind === 'person')
  if (city === undefined || !Number.isInteger(rows) || rows < 1 || rows > 200_000 || !isKnown) return undefined
  if (!Number.isInteger(kills) || kills < 0 || kills > 20) return undefined
  return { template, rows, city, seed: Number(given('seed', '1')), kills }
}

/** What is printed while rows are taken in; the parent of a process that is to be killed reads it. */
const progress = /已导入 (\d+) \/ \d+ 行/

/** Runs the load in a process of its own and kills that at evenly spread moments; what is left is done without being disturbed. */
async function loadAndKill({ rows, kills }: { readonly rows: number; readonly kills: number }): Promise<number> {
  const own = process.argv.slice(2)
  for (let time = 1; time <= kills; time++) {
    const at = Math.floor((rows * time) / (kills + 1))
    const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...withoutKills(own)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (await killedAt(child, at)) say(`—— 第 ${time} 次强行结束（kill -9），已导入约 ${at} 行 ——`)
    else if (child.exitCode !== 0) return child.exitCode ?? 1
  }
  const last = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...withoutKills(own)], {
    stdio: 'inherit',
  })
  return new Promise((resolve) => last.on('exit', (code) => resolve(code ?? 1)))
}

function withoutKills(own: readonly string[]): readonly string[] {
  const at = own.indexOf('--kills')
  return own.filter((_, index) => index !== at && index !== at + 1)
}

/** @returns false when it ended by itself before it had taken in so many rows */
function killedAt(child: ChildProcess, rows: number): Promise<boolean> {
  return new Promise((resolve) => {
    let killed = false
    child.stdout?.on('data', (data: Buffer) => {
      process.stdout.write(data)
      const done = Number(progress.exec(data.toString())?.[1] ?? 0)
      if (killed || done < rows) return
      killed = true
      child.kill('SIGKILL')
    })
    child.on('exit', () => resolve(killed))
  })
}

async function run(asked: Asked & { readonly kills: number }): Promise<number> {
  if (asked.kills > 0) return loadAndKill(asked)
  const { load } = await import('./loading')
  return load(asked, say)
}

/** What went wrong, as the API says it to people. */
function wordsOf(error: unknown): string {
  const { document } = error as { document?: { detail?: string; fields?: unknown } } // a problem of the client, or anything else
  const fields = document?.fields === undefined ? '' : ` ${JSON.stringify(document.fields)}`
  return document?.detail === undefined ? String(error) : `${document.detail}${fields}`
}

const asked = askedBy(process.argv.slice(2))
if (asked === undefined) {
  say(
    '用法：npm run load -- --ledger residents --rows 10000 --places beijing [--kills 3]（1 到 200000 行；datong 为大同）',
  )
  process.exit(2)
}
run(asked).then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(`没有完成：${wordsOf(error)}`)
    process.exit(1)
  },
)
