/**
 * `npm run -s decide < case.json` prints a JSON line for each request: `{"allow": …, "fields": …, "because": […]}`;
 * `-- --search subject|resource|action` prints who, what or to do what instead. The shapes are in the README beside this file.
 */
import { readFileSync } from 'node:fs'
import { aCase, answersTo, type Search } from './case'

const searches: readonly Search[] = ['subject', 'resource', 'action']

function main(args: readonly string[]): number {
  const [option, wanted] = args
  const search = searches.find((one) => one === wanted)
  if (option !== undefined && (option !== '--search' || search === undefined)) {
    console.error('用法：npm run -s decide [-- --search subject|resource|action] < case.json')
    return 2
  }
  let given: unknown
  try {
    given = JSON.parse(readFileSync(0, 'utf8'))
  } catch {
    console.error('输入不是 JSON，没有做任何判断')
    return 1
  }
  const read = aCase.safeParse(given)
  if (!read.success) {
    for (const { path, message } of read.error.issues) console.error(`${path.join('.') || '输入'}：${message}`)
    console.error('输入的写法不对，没有做任何判断')
    return 1
  }
  try {
    for (const answer of answersTo(read.data, search)) console.log(JSON.stringify(answer))
    return 0
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : String(problem))
    return 1
  }
}

process.exitCode = main(process.argv.slice(2))
