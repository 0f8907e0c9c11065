import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** The command as a person runs it; the first run makes the dictionary of the country. */
const command = (input: string, ...args: string[]) =>
  spawnSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'functions', 'hierarchy', 'parse-addresses.ts'), ...args],
    {
      cwd: root,
      input,
      encoding: 'utf8',
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    },
  )
const linesOf = (output: string) =>
  output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('a line out for every line in, in order; a bad line says so and stops nothing', { timeout: 240_000 }, () => {
  const good = Array.from({ length: 300 }, (_, index) => JSON.stringify({ text: `翠湖花园${index + 1}号楼` }))
  const { stdout, status } = command(
    [JSON.stringify({ text: '山西省大同市平城区' }), '{"text":', '{"words":1}', ...good, '"北京"'].join('\n'),
  )
  expect(status).toBe(0)
  const lines = linesOf(stdout)
  expect(lines).toHaveLength(304)
  expect(lines[0]).toMatchObject({
    text: '山西省大同市平城区',
    parts: { prov: '山西省', city: '大同市', district: '平城区' },
    names: { prov: '山西省', city: '大同市', district: '平城区' },
    code: '140213000000',
    level: 'district',
  })
  expect(lines[1]).toEqual({ error: '这一行不是 JSON' })
  expect(lines[2]).toEqual({ error: '这一行没有 text' })
  expect(lines.slice(3, 303).map(({ parts }) => parts.building)).toEqual(good.map((_, index) => `${index + 1}号楼`))
  expect(lines[303]).toEqual({ error: '这一行没有 text' })
})

test('the context anchors, and an unknown one is refused', { timeout: 240_000 }, () => {
  const line = JSON.stringify({ text: '新荣区' })
  const [anchored] = linesOf(command(JSON.stringify({ text: '城区' }), '--context', '大同市').stdout)
  expect(anchored).toMatchObject({ parts: { district: '城区' }, code: '140213000000' })
  expect(command(line, '--context', '没有这个地方').status).toBe(2)
})
