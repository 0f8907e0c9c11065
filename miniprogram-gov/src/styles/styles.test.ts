import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('./', import.meta.url))

/** The classes a stylesheet gives a look of their own, outside of any condition. */
const definedIn = (text: string): string[] =>
  [...text.matchAll(/^\.(g-[\w-]*)(?=\s*[,{])/gm)].map(([, name = '']) => name)

test('a class has its look from one stylesheet: two that share a name would undo each other', () => {
  const where = new Map<string, Set<string>>()
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.scss')))
    for (const name of definedIn(readFileSync(`${folder}${file}`, 'utf8')))
      where.set(name, (where.get(name) ?? new Set()).add(file))
  expect(where.size).toBeGreaterThan(100)
  expect([...where].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files])).toEqual([])
})
