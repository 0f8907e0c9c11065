import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One call of an AWS API: what it answers, or throws with what the command said. */
export type Aws = (service: string, operation: string, input: Readonly<Record<string, unknown>>) => unknown

/** Through the command every operator has signed in with: no second place for credentials, regions and partitions. */
export const awsCommand: Aws = (service, operation, input) => {
  const folder = mkdtempSync(join(tmpdir(), 'zmht-aws-'))
  const answer = join(folder, 'answer')
  // `lambda invoke` alone writes its answer to a file and its status to the output.
  const invokes = service === 'lambda' && operation === 'invoke'
  try {
    const { status, stdout, stderr, error } = spawnSync(
      'aws',
      [service, operation, '--output', 'json', '--cli-input-json', 'file:///dev/stdin', ...(invokes ? [answer] : [])],
      { input: JSON.stringify(input), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    )
    if (error !== undefined) throw error
    if (status !== 0) throw new Error(`aws ${service} ${operation}: ${stderr.trim()}`)
    const output: unknown = stdout.trim() === '' ? {} : JSON.parse(stdout)
    if (!invokes) return output
    if (typeof output === 'object' && output !== null && 'FunctionError' in output) {
      throw new Error(`aws lambda invoke: the function failed (${String(output.FunctionError)}), see its log`)
    }
    return JSON.parse(readFileSync(answer, 'utf8') || '{}')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
