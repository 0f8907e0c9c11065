// `npm run -s parse-addresses [-- --context 大同市] < in.jsonl > out.jsonl`: a line in is {"text": …}, a line out what was read of it, in
// the same order. A line that cannot be read gives {"error": …}.
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { findContext, openDictionary, parseAddress } from '@zmht/shared/geo'
import { countryDictionary } from './dictionary'

const { values } = parseArgs({ options: { context: { type: 'string' } } })
const dictionary = openDictionary(await countryDictionary())
const context = values.context === undefined ? undefined : findContext(dictionary, values.context)
if (values.context !== undefined && context === undefined) {
  console.error(`没有找到“${values.context}”这个地方，请写省、市或区县的全称`)
  process.exit(2)
}
const options = context === undefined ? {} : { context }

/** @returns the answer to one line, never throwing. */
function answerTo(line: string): object {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return { error: '这一行不是 JSON' }
  }
  if (typeof given !== 'object' || given === null || !('text' in given) || typeof given.text !== 'string') {
    return { error: '这一行没有 text' }
  }
  return { text: given.text, ...parseAddress(given.text, dictionary, options) }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue
  if (!process.stdout.write(`${JSON.stringify(answerTo(line))}\n`)) await once(process.stdout, 'drain')
}
