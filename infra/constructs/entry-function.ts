import { join } from 'node:path'
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Architecture, Code, Function as LambdaFunction, RecursiveLoop, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Capabilities } from './capabilities'
import { type EntryName, entries } from './entries'
import { accept } from './reasons'

export interface EntryFunctionProps {
  readonly entry: EntryName
  /** Names everything of this deployment, for example zmht-pilot-cn. */
  readonly prefix: string
  /** The folder with one folder per entry, as functions/bundle.mjs writes it. */
  readonly assets: string
  readonly environment: Readonly<Record<string, string>>
  readonly capabilities: Capabilities
  readonly logRetentionDays: number
  /** Encrypts the log group; without it CloudWatch Logs uses a key of its own. */
  readonly logKey: IKey | undefined
  readonly reservedConcurrency?: number
}

/** One bundled entry as a function with a role and a log group of its own, and no right but to write that log. */
export class EntryFunction extends Construct {
  readonly function: LambdaFunction
  readonly role: Role
  readonly logGroup: LogGroup

  constructor(scope: Construct, id: string, props: EntryFunctionProps) {
    super(scope, id)
    const { entry, capabilities } = props
    const name = `${props.prefix}-${entry}`

    this.logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${name}`,
      retention: props.logRetentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(props.logKey === undefined ? {} : { encryptionKey: props.logKey }),
    })
    // Not AWSLambdaBasicExecutionRole: that may write every log of the account.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [this.logGroup.logGroupArn],
      }),
    )
    this.function = new LambdaFunction(this, 'Function', {
      functionName: name,
      description: `政民互通 ${entry}`,
      // The newest runtime both partitions are known to have; cdk-nag only compares with the newest of all.
      runtime: Runtime.NODEJS_22_X,
      architecture: capabilities.armFunctions ? Architecture.ARM_64 : Architecture.X86_64,
      code: Code.fromAsset(join(props.assets, entry)),
      handler: 'index.handler',
      memorySize: entries[entry].memoryMb,
      timeout: Duration.seconds(entries[entry].timeoutSeconds),
      role: this.role,
      logGroup: this.logGroup,
      environment: {
        ...props.environment,
        // The published divisions lie beside the job's code.
        ...(entry === 'jobs' ? { DIVISIONS_FOLDER: '/var/task/divisions' } : {}),
      },
      tracing: capabilities.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      ...(props.reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: props.reservedConcurrency }),
      // A job hands itself its next step: the loop is meant, and its end is in the job's own cursor.
      ...(entry === 'jobs' && capabilities.recursionGuard ? { recursiveLoop: RecursiveLoop.ALLOW } : {}),
    })
    accept(
      this.function,
      'L1',
      'Node 22 is what the bundles are built and smoke-tested for; 24 follows when aws-cn has it.',
    )
    if (capabilities.tracing) {
      accept(this.role, 'IAM5[Resource::*]', 'X-Ray’s PutTraceSegments and PutTelemetryRecords know no resources.')
    }
  }
}
