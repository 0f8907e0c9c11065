import { RemovalPolicy, SecretValue, Stack, type StackProps } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import type { RestoredTable } from '../constructs/environment'
import { FilesBucket } from '../constructs/files-bucket'
import { accept } from '../constructs/reasons'
import { RecordsTable } from '../constructs/records-table'

/** What must outlive everything else: the records and the files, the key they are encrypted with, and the secrets. */
export class RecordsStack extends Stack {
  readonly records: RecordsTable
  readonly files: FilesBucket
  readonly key: Key
  readonly secret: Secret

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & {
      readonly prefix: string
      readonly restored: RestoredTable | undefined
      readonly webOrigins: readonly string[]
    },
  ) {
    super(scope, id, props)
    this.key = new Key(this, 'Key', {
      alias: `alias/${props.prefix}`,
      description: 'Encrypts the records, the files and the secrets of 政民互通',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.records = new RecordsTable(this, 'Records', { name: props.prefix, key: this.key, restored: props.restored })
    this.files = new FilesBucket(this, 'Files', {
      prefix: props.prefix,
      key: this.key,
      webOrigins: props.webOrigins,
    })
    this.secret = new Secret(this, 'Secrets', {
      secretName: `${props.prefix}/secrets`,
      description:
        'Session keys, field keys, blind index key, WeChat and SMS credentials. Filled by hand, see operations.md',
      encryptionKey: this.key,
      removalPolicy: RemovalPolicy.RETAIN,
      // Nobody can sign in on this; and as it never changes, no deployment overwrites the real one.
      secretObjectValue: { empty: SecretValue.unsafePlainText('fill me, see docs/operations.md') },
    })
    accept(
      this.secret,
      'SMG4',
      'WeChat and SMS credentials change at their providers, and a field key must stay readable: rotated by the steps in operations.md.',
    )
  }
}
