import { tableDefinition } from '@zmht/functions/platform/table-definition'
import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import type { TableAccess } from './entries'
import type { RestoredTable } from './environment'

const string = (name: string) => ({ name, type: AttributeType.STRING })

const itemActions = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
]

/** The one table, as platform/table-definition says it. Never deleted with the stack. */
export class RecordsTable extends Construct {
  readonly tableName: string
  readonly tableArn: string
  readonly streamArn: string
  private readonly key: IKey

  constructor(
    scope: Construct,
    id: string,
    props: { readonly name: string; readonly key: IKey; readonly restored: RestoredTable | undefined },
  ) {
    super(scope, id)
    this.key = props.key
    const table = new Table(this, 'Table', {
      tableName: props.name,
      partitionKey: string(tableDefinition.keys.pk),
      sortKey: string(tableDefinition.keys.sk),
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType[tableDefinition.stream],
      timeToLiveAttribute: tableDefinition.ttl,
      // 35 days, which is the default and the most there is.
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    for (const index of tableDefinition.indexes) {
      table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: string(index.pk),
        sortKey: string(index.sk),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...index.include],
      })
    }
    // Point-in-time recovery always makes a new table. The service moves over to it; its own stays, untouched, as evidence.
    const { restored } = props
    const arn = (name: string) =>
      Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName: name })
    this.tableName = restored?.name ?? table.tableName
    this.tableArn = restored === undefined ? table.tableArn : arn(restored.name)
    const streamArn = restored?.streamArn ?? table.tableStreamArn
    if (streamArn === undefined) throw new Error('The table has no stream, so nothing would follow from a submission')
    this.streamArn = streamArn
  }

  /** Names each index instead of index/*, so that the right can be read off the policy. */
  grant(grantee: IGrantable, access: Exclude<TableAccess, 'none'>): void {
    const actions = access === 'read-write-scan' ? [...itemActions, 'dynamodb:Scan'] : itemActions
    const indexes = tableDefinition.indexes.map(({ name }) => `${this.tableArn}/index/${name}`)
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions, resources: [this.tableArn, ...indexes] }),
    )
    this.key.grant(grantee, 'kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey')
  }
}
