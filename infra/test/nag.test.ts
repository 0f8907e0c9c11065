import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Stack, Validations } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { AwsSolutionsChecks } from 'cdk-nag'
import { expect, test } from 'vitest'

// That our own stacks have no finding is asserted in deployment.test.ts; this is why that assertion means something.
test('cdk-nag does find: a queue without TLS stops the synthesis', () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'zmht-nag-')) })
  new Queue(new Stack(app, 'Careless'), 'Queue')
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  expect(() => app.synth()).toThrow(/AwsSolutions-SQS4/)
})
