import { tableDefinition } from '@zmht/functions/platform/table-definition'
import { allRoutes, slices } from '@zmht/shared/contract'
import { foreignRoutes } from '@zmht/shared/contract/foreign'
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { entryNames, sliceNames } from '../../functions/bundle.mjs'
import { capabilitiesOf, partitionOf } from '../constructs/capabilities'
import { signInPaths } from '../constructs/gateway'
import { synthesise } from './synthesised'

const deployments = synthesise()

test('both partitions are among the environments', () => {
  expect(new Set(deployments.map(({ environment }) => partitionOf(environment.region)))).toEqual(
    new Set(['aws', 'aws-cn']),
  )
})

test('the bundles and the contract agree on the slices, the throttle on where one signs in', () => {
  expect([...sliceNames]).toEqual([...slices])
  const posts = allRoutes.filter(({ method }) => method === 'POST').map(({ path }) => path)
  expect(posts).toEqual(expect.arrayContaining(signInPaths.map((path) => `/sessions/${path}`)))
})

describe.each(deployments)('$environment.name', ({ environment, records, service, text, findings }) => {
  const capabilities = capabilitiesOf(environment.region)
  const resources = (type: string) => Object.values(service.findResources(type))
  const logicalIds = (type: string, properties: object = {}) => Object.keys(service.findResources(type, properties))

  test('has no finding of cdk-nag that nobody has given a reason for', () => {
    expect(findings).toEqual([])
  })

  describe('the records', () => {
    test('are one table, kept, restorable to any second, and encrypted with a rotating key of ours', () => {
      records.resourceCountIs('AWS::DynamoDB::Table', 1)
      records.hasResource('AWS::DynamoDB::Table', {
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: Match.objectLike({
          BillingMode: 'PAY_PER_REQUEST',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          SSESpecification: Match.objectLike({ SSEEnabled: true, SSEType: 'KMS' }),
          StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        }),
      })
      records.allResourcesProperties('AWS::KMS::Key', { EnableKeyRotation: true })
    })

    test('have the keys and indexes of the table definition', () => {
      records.hasResourceProperties('AWS::DynamoDB::Table', {
        KeySchema: [
          { AttributeName: tableDefinition.keys.pk, KeyType: 'HASH' },
          { AttributeName: tableDefinition.keys.sk, KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: tableDefinition.indexes.map(({ name, pk, sk, include }) => ({
          IndexName: name,
          KeySchema: [
            { AttributeName: pk, KeyType: 'HASH' },
            { AttributeName: sk, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...include] },
        })),
      })
    })

    test('keep the secret outside the template', () => {
      records.hasResource('AWS::SecretsManager::Secret', {
        DeletionPolicy: 'Retain',
        Properties: Match.objectLike({ KmsKeyId: Match.anyValue() }),
      })
    })
  })

  describe('the files', () => {
    test('lie in one bucket that is kept, private, encrypted with our key, reached by TLS only', () => {
      records.resourceCountIs('AWS::S3::Bucket', 1)
      records.hasResource('AWS::S3::Bucket', {
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: Match.objectLike({
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              {
                BucketKeyEnabled: true,
                ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: Match.anyValue() },
              },
            ],
          },
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        }),
      })
      records.hasResourceProperties('AWS::S3::BucketPolicy', {
        PolicyDocument: Match.objectLike({
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          ]),
        }),
      })
    })
    test('are posted and read from the applications’ own addresses only, and only sheets go by their age', () => {
      const [bucket] = Object.values(records.findResources('AWS::S3::Bucket'))
      expect(bucket?.Properties.CorsConfiguration.CorsRules).toEqual([
        {
          AllowedHeaders: ['*'],
          AllowedMethods: ['POST', 'GET'],
          AllowedOrigins: [...environment.webOrigins],
          MaxAge: 3600,
        },
      ])
      expect(environment.webOrigins.every((origin) => /^https:\/\/[^*/]+$/.test(origin))).toBe(true)
      expect(bucket?.Properties.LifecycleConfiguration.Rules).toEqual([
        { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' },
        { ExpirationInDays: 30, Prefix: 'files/imports/', Status: 'Enabled' },
        { ExpirationInDays: 30, Prefix: 'files/exports/', Status: 'Enabled' },
      ])
    })
    test('are touched by those that serve files and sheets, under their prefix', () => {
      const touching = Object.entries(service.findResources('AWS::IAM::Policy')).filter(([, policy]) =>
        JSON.stringify(policy).includes('"s3:'),
      )
      expect(touching.map(([id]) => id.replace(/RoleDefaultPolicy.*/, '')).sort()).toEqual([
        'channels',
        'jobs',
        'ledgers',
        'tasks',
      ])
      const statements: { Action: string | string[]; Resource: unknown }[] = touching.flatMap(
        ([, policy]) => policy.Properties.PolicyDocument.Statement,
      )
      const about = (action: string) => statements.filter(({ Action }) => [Action].flat().includes(action))
      for (const action of ['s3:PutObject', 's3:GetObject', 's3:DeleteObject']) {
        const found = about(action)
        expect(found).toHaveLength(4)
        for (const { Resource } of found) expect(JSON.stringify(Resource)).toContain('/files/*')
      }
      for (const { Resource } of about('s3:ListBucket')) expect(JSON.stringify(Resource)).not.toContain('*')
    })
  })

  describe('the stream', () => {
    const readers = resources('AWS::Lambda::EventSourceMapping').filter(
      ({ Properties }) => Properties.StartingPosition !== undefined,
    )
    test('has exactly two readers', () => {
      expect(readers).toHaveLength(2)
    })
    test('hands what a reader gives up on to a queue, in the smallest piece', () => {
      for (const { Properties } of readers) {
        expect(Properties).toMatchObject({
          BisectBatchOnFunctionError: true,
          ParallelizationFactor: 1,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          DestinationConfig: { OnFailure: { Destination: expect.anything() } },
        })
        expect(Properties.MaximumRecordAgeInSeconds).toBeLessThan(24 * 3600)
      }
    })
    test('gives the counter a window of one second, for the shard’s id', () => {
      expect(readers.map(({ Properties }) => Properties.TumblingWindowInSeconds)).toContain(1)
    })
  })

  describe('the queues', () => {
    const queues = service.findResources('AWS::SQS::Queue')
    const deadLetterIds = Object.keys(queues).filter((id) => queues[id]?.Properties.RedrivePolicy === undefined)

    test('are one ordered queue per slice, and each reaches its own slice', () => {
      for (const slice of sliceNames) {
        const [id] = logicalIds('AWS::SQS::Queue', {
          Properties: {
            QueueName: `zmht-${environment.name}-${slice}.fifo`,
            FifoQueue: true,
            DeduplicationScope: 'messageGroup',
            FifoThroughputLimit: 'perMessageGroupId',
          },
        })
        expect(id).toBeDefined()
        const [functionId] = logicalIds('AWS::Lambda::Function', {
          Properties: { FunctionName: `zmht-${environment.name}-${slice}` },
        })
        service.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
          EventSourceArn: { 'Fn::GetAtt': [id, 'Arn'] },
          FunctionName: { Ref: functionId },
          FunctionResponseTypes: ['ReportBatchItemFailures'],
        })
      }
    })
    test('wait six times as long as their function may run', () => {
      for (const { Properties } of resources('AWS::Lambda::EventSourceMapping')) {
        const queue = queues[Properties.EventSourceArn?.['Fn::GetAtt']?.[0]]
        if (queue === undefined) continue
        const [reader] = Object.entries(service.findResources('AWS::Lambda::Function'))
          .filter(([id]) => id === Properties.FunctionName.Ref)
          .map(([, { Properties: of }]) => of)
        expect(queue.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * reader.Timeout)
      }
    })
    test('end in a dead-letter queue of the same kind', () => {
      for (const { Properties } of Object.values(queues)) {
        if (Properties.RedrivePolicy === undefined) continue
        const [target] = Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt']
        expect(deadLetterIds).toContain(target)
        expect(queues[target]?.Properties.FifoQueue).toBe(Properties.FifoQueue)
        expect(Properties.RedrivePolicy.maxReceiveCount).toBe(5)
      }
    })
    test('ring for every dead letter', () => {
      expect(deadLetterIds).toHaveLength(11)
      const rung = resources('AWS::CloudWatch::Alarm')
        .filter(({ Properties }) => Properties.MetricName === 'ApproximateNumberOfMessagesVisible')
        .filter(({ Properties }) => Properties.Threshold === 1 && Properties.AlarmActions.length > 0)
        .map(({ Properties }) => Properties.Dimensions[0].Value['Fn::GetAtt'][0])
      expect(rung.sort()).toEqual(deadLetterIds.sort())
    })
    test('are encrypted and refuse plain HTTP', () => {
      service.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true })
      service.resourceCountIs('AWS::SQS::QueuePolicy', Object.keys(queues).length)
      service.allResourcesProperties('AWS::SQS::QueuePolicy', {
        PolicyDocument: Match.objectLike({
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          ]),
        }),
      })
    })
  })

  describe('the functions', () => {
    const functions = resources('AWS::Lambda::Function')
    const logs = service.findResources('AWS::Logs::LogGroup')

    test('are the nine entries and nothing that a construct smuggled in', () => {
      expect(functions.map(({ Properties }) => Properties.FunctionName).sort()).toEqual(
        entryNames.map((entry) => `zmht-${environment.name}-${entry}`).sort(),
      )
    })
    test('run on Node 22 and write to a log that ends', () => {
      for (const { Properties } of functions) {
        expect(Properties.Runtime).toBe('nodejs22.x')
        expect(Properties.Architectures).toEqual([capabilities.armFunctions ? 'arm64' : 'x86_64'])
        expect(logs[Properties.LoggingConfig.LogGroup.Ref]?.Properties.RetentionInDays).toBe(
          environment.logRetentionDays,
        )
      }
      for (const log of Object.values(logs)) {
        expect(log.Properties.RetentionInDays).toBe(environment.logRetentionDays)
        expect(log.Properties.KmsKeyId === undefined).toBe(!capabilities.logGroupKey)
      }
    })
    // Only the job function streams the published divisions; channels and tasks serve files, ledgers and jobs sheets.
    const ownOf = (name: string) => [
      ...(name.endsWith('-jobs') ? ['DIVISIONS_FOLDER'] : []),
      ...(/-(jobs|channels|ledgers|tasks)$/.test(name) ? ['FILES_BUCKET'] : []),
    ]
    test('get every name they need, and no secret', () => {
      const everyone = [
        'LOG_LEVEL',
        'QUEUE_URLS',
        'SECRETS_ARN',
        'SMS_BASE_URL',
        'STAGE',
        'TABLE_NAME',
        'WECHAT_BASE_URL',
      ]
      for (const { Properties } of functions) {
        const own = ownOf(Properties.FunctionName)
        expect(Object.keys(Properties.Environment.Variables).sort()).toEqual([...everyone, ...own].sort())
      }
    })
    test('may touch only what is named, but where AWS knows no resource', () => {
      const unlimited = resources('AWS::IAM::Policy')
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
        .filter(({ Resource }) => JSON.stringify(Resource).includes('*'))
        .flatMap(({ Action }) => Action)
      expect(new Set(unlimited)).toEqual(
        new Set([
          'dynamodb:ListStreams',
          // Under the prefix of the files.
          ...['s3:PutObject', 's3:GetObject', 's3:DeleteObject'],
          ...(capabilities.tracing ? ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'] : []),
        ]),
      )
      const actions = resources('AWS::IAM::Policy')
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
        .flatMap(({ Action }) => Action)
      expect(actions.filter((action: string) => action.includes('*'))).toEqual([])
    })
    test('may scan only in jobs, and write the table only where they own items', () => {
      const allowed = (action: string) =>
        Object.entries(service.findResources('AWS::IAM::Policy'))
          .filter(([, policy]) => JSON.stringify(policy).includes(`"${action}"`))
          .map(([id]) => id.replace(/RoleDefaultPolicy.*/, ''))
          .sort()
      expect(allowed('dynamodb:Scan')).toEqual(['jobs'])
      expect(allowed('dynamodb:PutItem')).toEqual([...sliceNames, 'counter', 'jobs', 'sweep'].sort())
      expect(allowed('secretsmanager:GetSecretValue')).toEqual([...sliceNames, 'jobs', 'sweep'].sort())
    })
  })

  describe('the API', () => {
    test('is regional, throttled, and leads exactly the routes of the contract to their slices', () => {
      service.hasResourceProperties('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['REGIONAL'] } })
      const functions = service.findResources('AWS::Lambda::Function')
      const [{ Properties: api } = { Properties: {} }] = resources('AWS::ApiGateway::RestApi')
      const paths: Record<string, Record<string, Record<string, { type: string; uri: unknown }>>> = api.Body.paths
      const led = Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => {
          const integration = operation['x-amazon-apigateway-integration']
          expect(integration?.type).toBe('aws_proxy')
          const uri = JSON.stringify(integration?.uri)
          const name = Object.keys(functions).find((id) => uri.includes(`"${id}"`)) ?? ''
          const slice = functions[name]?.Properties.FunctionName.replace(`zmht-${environment.name}-`, '')
          return `${method.toUpperCase()} ${path} ${slice}`
        }),
      )
      expect(led.sort()).toEqual(
        [...allRoutes, ...foreignRoutes].map(({ method, path, slice }) => `${method} ${path} ${slice}`).sort(),
      )
      // Only this API may call them.
      const allowed = resources('AWS::Lambda::Permission').filter(
        ({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com',
      )
      expect(allowed).toHaveLength(sliceNames.length)
      for (const { Properties } of allowed) expect(JSON.stringify(Properties.SourceArn)).toContain('execute-api')
      service.hasResourceProperties('AWS::ApiGateway::Stage', {
        MethodSettings: Match.arrayWith([
          Match.objectLike({
            ResourcePath: '/*',
            HttpMethod: '*',
            ThrottlingRateLimit: environment.throttle.ratePerSecond,
          }),
          Match.objectLike({ ResourcePath: '/~1sessions~1phone-codes', HttpMethod: 'POST', ThrottlingRateLimit: 50 }),
        ]),
      })
    })
    test('keeps the mark of a place for four seconds, one for each place, the public keys, and no other answer', () => {
      const [stage] = resources('AWS::ApiGateway::Stage')
      expect(stage?.Properties).toMatchObject({ CacheClusterEnabled: true, CacheClusterSize: '0.5' })
      const settings: { ResourcePath: string; HttpMethod: string; CachingEnabled?: boolean }[] =
        stage?.Properties.MethodSettings
      expect(settings.filter(({ CachingEnabled }) => CachingEnabled === true)).toEqual([
        expect.objectContaining({ ResourcePath: '/~1linked~1jwks', HttpMethod: 'GET', CacheDataEncrypted: true }),
        expect.objectContaining({
          ResourcePath: '/~1news~1{placeId}',
          HttpMethod: 'GET',
          CacheTtlInSeconds: 4,
          CacheDataEncrypted: true,
        }),
      ])
      // Whatever is not named here is not kept.
      expect(settings.find(({ ResourcePath }) => ResourcePath === '/*')?.CachingEnabled).toBe(false)
      const [{ Properties: api } = { Properties: {} }] = resources('AWS::ApiGateway::RestApi')
      const integration = api.Body.paths['/news/{placeId}'].get['x-amazon-apigateway-integration']
      expect(integration.cacheKeyParameters).toEqual(['method.request.path.placeId'])
    })
    test('logs nothing personal', () => {
      const [stage] = resources('AWS::ApiGateway::Stage')
      const format: string = stage?.Properties.AccessLogSetting.Format
      expect(format).toContain('$context.requestId')
      expect(format).not.toMatch(/sourceIp|userAgent|\$context\.path\b|querystring|authorizer|caller/)
      expect(
        stage?.Properties.MethodSettings.every((one: { DataTraceEnabled: boolean }) => !one.DataTraceEnabled),
      ).toBe(true)
    })
    test('stands behind the web ACL, which keeps no samples of requests', () => {
      service.resourceCountIs('AWS::WAFv2::WebACL', 1)
      service.hasResourceProperties('AWS::WAFv2::WebACL', { Scope: 'REGIONAL' })
      const [stageId] = logicalIds('AWS::ApiGateway::Stage')
      const [association] = resources('AWS::WAFv2::WebACLAssociation')
      expect(JSON.stringify(association?.Properties.ResourceArn)).toContain(`"Ref":"${stageId}"`)
      expect(text).not.toContain('"SampledRequestsEnabled":true')
    })
    test('answers in Chinese even where no slice was reached', () => {
      const [{ Properties: api } = { Properties: {} }] = resources('AWS::ApiGateway::RestApi')
      const answer = api.Body['x-amazon-apigateway-gateway-responses'].THROTTLED
      expect(answer.statusCode).toBe('429')
      expect(answer.responseTemplates['application/json']).toContain('操作太频繁')
    })
  })

  test('every function, the stream, the API, the table and the counters have an alarm that is sent', () => {
    const alarms = resources('AWS::CloudWatch::Alarm')
    const names = alarms.map(({ Properties }) => Properties.AlarmName.replace(`zmht-${environment.name}-`, ''))
    expect(names).toEqual(
      expect.arrayContaining([
        ...entryNames.flatMap((entry) => [`${entry}-errors`, `${entry}-throttled`]),
        'dispatcher-behind',
        'counter-behind',
        'api-5xx',
        'api-slow',
        'table-throttled',
        'counter-drift',
      ]),
    )
    expect(alarms.every(({ Properties }) => Properties.AlarmActions.length === 1)).toBe(true)
    service.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: environment.alarmEmail })
  })

  test('stays far from the 500 resources a stack may have', () => {
    expect(Object.keys(service.toJSON().Resources).length).toBeLessThan(250)
  })

  test('uses only what its partition has', () => {
    expect(text.includes('xray:') || text.includes('TracingConfig')).toBe(capabilities.tracing)
    expect(text.includes('"RecursiveLoop":"Allow"')).toBe(capabilities.recursionGuard)
    expect(text).not.toMatch(/AWS::CloudFront|AWS::Lambda::Url|AWS::Scheduler|AWS::Cognito|"EDGE"/)
    if (partitionOf(environment.region) === 'aws-cn') {
      expect(text).not.toContain('arn:aws:')
      const tagged = ['AWS::Lambda::EventSourceMapping', 'AWS::Logs::LogGroup'].flatMap(resources)
      expect(tagged.every(({ Properties }) => Properties.Tags === undefined)).toBe(true)
    }
  })
})
