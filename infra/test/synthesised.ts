import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { entryNames } from '../../functions/bundle.mjs'
import { createApp } from '../app'
import { type Environment, readEnvironments } from '../constructs/environment'

// The templates do not depend on what the bundles hold, so the tests need not build them.
function emptyBundles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zmht-infra-'))
  for (const entry of entryNames) {
    mkdirSync(join(folder, entry))
    writeFileSync(join(folder, entry, 'index.mjs'), `export const handler = async () => '${entry}'\n`)
  }
  return folder
}

export interface Synthesised {
  readonly environment: Environment
  readonly records: Template
  readonly service: Template
  /** Both templates as written, for what must stand nowhere in them. */
  readonly text: string
  /** What cdk-nag found and nobody has accepted, in all environments synthesised together. */
  readonly findings: readonly unknown[]
}

/** Synthesises every environment of context/; throws on a finding of cdk-nag that nobody has accepted. */
export function synthesise(environments: readonly Environment[] = readEnvironments()): Synthesised[] {
  const outdir = mkdtempSync(join(tmpdir(), 'zmht-out-'))
  const app = createApp({ assets: emptyBundles(), environments, app: { outdir } })
  app.synth()
  const report: { pluginReports: readonly unknown[] } = JSON.parse(
    readFileSync(join(outdir, 'validation-report.json'), 'utf8'),
  )
  const template = (name: string) => {
    const stack = app.node.tryFindChild(name)
    if (!(stack instanceof Stack)) throw new Error(`There is no stack ${name}`)
    return Template.fromStack(stack)
  }
  return environments.map((environment) => {
    const records = template(`zmht-${environment.name}-records`)
    const service = template(`zmht-${environment.name}-service`)
    return {
      environment,
      records,
      service,
      text: JSON.stringify([records.toJSON(), service.toJSON()]),
      findings: report.pluginReports,
    }
  })
}
