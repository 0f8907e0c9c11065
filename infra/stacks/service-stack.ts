import { slices } from '@zmht/shared/contract'
import { Annotations, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Construct } from 'constructs'
import { Alarms } from '../constructs/alarms'
import type { Capabilities } from '../constructs/capabilities'
import { type EntryName, entries } from '../constructs/entries'
import { EntryFunction } from '../constructs/entry-function'
import type { Environment } from '../constructs/environment'
import { Firewall } from '../constructs/firewall'
import { Gateway } from '../constructs/gateway'
import { Queues } from '../constructs/queues'
import { accept } from '../constructs/reasons'
import type { RecordsStack } from './records-stack'

export interface ServiceStackProps extends StackProps {
  readonly prefix: string
  readonly environment: Environment
  readonly capabilities: Capabilities
  readonly records: RecordsStack
  readonly assets: string
}

/** Everything that can be thrown away and deployed again: queues, functions, API, alarms. */
export class ServiceStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: ServiceStackProps,
  ) {
    super(scope, id, props)
    const { prefix, environment, capabilities, records } = props
    const logKey = capabilities.logGroupKey ? this.logKey() : undefined
    const queues = new Queues(this, 'Queues', { prefix })

    const entry = (name: EntryName) => this.entry(name, queues, logKey)
    const all: Readonly<Record<EntryName, EntryFunction>> = {
      hierarchy: entry('hierarchy'),
      permissions: entry('permissions'),
      knowledge: entry('knowledge'),
      ledgers: entry('ledgers'),
      tasks: entry('tasks'),
      channels: entry('channels'),
      applications: entry('applications'),
      overview: entry('overview'),
      dispatcher: entry('dispatcher'),
      counter: entry('counter'),
      jobs: entry('jobs'),
      sweep: entry('sweep'),
    }

    for (const slice of slices) {
      all[slice].function.addEventSource(
        new SqsEventSource(queues.byName[slice], {
          batchSize: 10,
          reportBatchItemFailures: true,
          // Consequences must not crowd out the people who wait for an answer of the same function.
          maxConcurrency: 50,
        }),
      )
    }
    all.jobs.function.addEventSource(
      new SqsEventSource(queues.byName.jobs, {
        batchSize: 1,
        reportBatchItemFailures: true,
        // At most what is reserved: a poller that outruns the reservation sends healthy messages to the dead letters.
        maxConcurrency: Math.max(2, environment.reservedConcurrency.jobs),
      }),
    )
    this.consumeStream(all.dispatcher, queues.streamFailures.dispatcher, { batchSize: 100 })
    // The window gives the shard's id, which the counter's fence needs; one batch of a shard at a time keeps it exact.
    this.consumeStream(all.counter, queues.streamFailures.counter, {
      batchSize: 1000,
      tumblingWindow: Duration.seconds(1),
    })
    new Rule(this, 'EveryMinute', {
      description: 'Sweeps what is due',
      schedule: Schedule.rate(Duration.minutes(1)),
      // No retry: what a lost minute left lying, the next one finds.
      targets: [new LambdaTarget(all.sweep.function, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    })

    const functions = {
      hierarchy: all.hierarchy.function,
      permissions: all.permissions.function,
      knowledge: all.knowledge.function,
      ledgers: all.ledgers.function,
      tasks: all.tasks.function,
      channels: all.channels.function,
      applications: all.applications.function,
      overview: all.overview.function,
      dispatcher: all.dispatcher.function,
      counter: all.counter.function,
      jobs: all.jobs.function,
      sweep: all.sweep.function,
    }
    const gateway = new Gateway(this, 'Gateway', { prefix, environment, functions, logKey })
    if (capabilities.regionalFirewall) {
      new Firewall(this, 'Firewall', { prefix, stage: gateway.api.deploymentStage })
    }
    new Alarms(this, 'Alarms', {
      prefix,
      email: environment.alarmEmail,
      queues,
      functions,
      driftLogs: [all.counter.logGroup, all.jobs.logGroup],
      api: gateway.api,
      tableName: records.records.tableName,
    })
    if (!capabilities.publicApiWithoutFiling) {
      Annotations.of(this).addInfo('The API answers only once the account holds an ICP licence: see docs/operations.md')
    }
    new CfnOutput(this, 'ApiUrl', { value: gateway.api.url })
  }

  private entry(name: EntryName, queues: Queues, logKey: Key | undefined): EntryFunction {
    const { prefix, environment, capabilities, records, assets } = this.props
    const { sendsTo, table, readsSecret, files } = entries[name]
    const reserved = name === 'jobs' || name === 'sweep' ? environment.reservedConcurrency[name] : undefined
    const built = new EntryFunction(this, name, {
      entry: name,
      prefix,
      assets,
      capabilities,
      logKey,
      logRetentionDays: environment.logRetentionDays,
      ...(reserved === undefined ? {} : { reservedConcurrency: reserved }),
      environment: {
        TABLE_NAME: records.records.tableName,
        QUEUE_URLS: this.toJsonString(Object.fromEntries(sendsTo.map((to) => [to, queues.byName[to].queueUrl]))),
        SECRETS_ARN: records.secret.secretArn,
        WECHAT_BASE_URL: environment.wechatBaseUrl,
        SMS_BASE_URL: environment.smsBaseUrl,
        STAGE: environment.stage,
        LOG_LEVEL: environment.logLevel,
        ...(files === 'none' ? {} : { FILES_BUCKET: records.files.bucketName }),
      },
    })
    if (table !== 'none') records.records.grant(built.role, table)
    if (files !== 'none') records.files.grant(built.role)
    if (sendsTo.length > 0) {
      built.role.addToPolicy(
        new PolicyStatement({
          actions: ['sqs:SendMessage'],
          resources: sendsTo.map((to) => queues.byName[to].queueArn),
        }),
      )
    }
    if (readsSecret) {
      built.role.addToPolicy(
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [records.secret.secretArn] }),
      )
      records.key.grantDecrypt(built.role)
    }
    return built
  }

  /** One of the two readers of the table's stream: more would throttle each other. */
  private consumeStream(
    reader: EntryFunction,
    failures: Queues['streamFailures']['dispatcher'],
    tuning: { readonly batchSize: number; readonly tumblingWindow?: Duration },
  ): void {
    const { records, key } = this.props.records
    const eventSourceArn = records.streamArn
    reader.function.addEventSourceMapping('Stream', {
      ...tuning,
      eventSourceArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      parallelizationFactor: 1,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // A day is how long the stream remembers: give up with time left to replay from it.
      retryAttempts: 50,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(failures),
    })
    reader.role.addToPolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [eventSourceArn],
      }),
    )
    reader.role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }))
    accept(
      reader.role,
      'IAM5[Resource::*]',
      'ListStreams, which the stream poller calls, cannot be limited to a resource.',
    )
    key.grantDecrypt(reader.role)
  }

  private logKey(): Key {
    const key = new Key(this, 'LogKey', {
      description: 'Encrypts the logs of 政民互通',
      enableKeyRotation: true,
    })
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${this.region}.amazonaws.com`)],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': this.formatArn({ service: 'logs', resource: '*' }),
          },
        },
      }),
    )
    return key
  }
}
