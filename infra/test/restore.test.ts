import { expect, test } from 'vitest'
import { readEnvironments } from '../constructs/environment'
import { synthesise } from './synthesised'

test('after a restore the service works on the restored table and follows its stream; its own table stays', () => {
  const streamArn = 'arn:aws-cn:dynamodb:cn-north-1:000000000000:table/restored/stream/2026-01-01T00:00:00.000'
  const [chinese] = readEnvironments().filter(({ region }) => region === 'cn-north-1')
  if (chinese === undefined) throw new Error('There is no environment in Beijing')
  const [deployment] = synthesise([{ ...chinese, restoredTable: { name: 'restored', streamArn } }])
  const of = (type: string) =>
    Object.values(deployment?.service.findResources(type) ?? {}).map(({ Properties }) => Properties)

  expect(new Set(of('AWS::Lambda::Function').map(({ Environment }) => Environment.Variables.TABLE_NAME))).toEqual(
    new Set(['restored']),
  )
  const readers = of('AWS::Lambda::EventSourceMapping').filter(({ StartingPosition }) => StartingPosition !== undefined)
  expect(readers.map(({ EventSourceArn }) => EventSourceArn)).toEqual([streamArn, streamArn])
  deployment?.records.hasResource('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain' })
})
