import { Duration, RemovalPolicy, Stack, Token } from 'aws-cdk-lib'
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from './reasons'

/** Where platform/files/bucket puts every file. */
const filePrefix = 'files/'
const sheetDays = 30

/** What a function may do with the files. `serve`: look whether one has arrived, sign for posts and reads, remove what nobody used. */
export type FilesAccess = 'none' | 'serve'

/** The photos, papers and signatures people send. Never public, never deleted with the stack; reached only by signed addresses. */
export class FilesBucket extends Construct {
  readonly bucketName: string
  /** Written out and not read off the bucket, so that cdk-nag names it the same in every environment. */
  private readonly arn: string
  private readonly key: IKey

  constructor(
    scope: Construct,
    id: string,
    props: { readonly prefix: string; readonly key: IKey; readonly webOrigins: readonly string[] },
  ) {
    super(scope, id)
    this.key = props.key
    const { account, partition } = Stack.of(this)
    // Bucket names are one space for all the world: the account makes it ours.
    const bucketName = `${props.prefix}-files-${account}`
    this.arn = `arn:${partition}:s3:::${bucketName}`
    const bucket = new Bucket(this, 'Bucket', {
      bucketName,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      // One call to KMS for many files.
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
      cors: [
        {
          allowedOrigins: [...props.webOrigins],
          allowedMethods: [HttpMethods.POST, HttpMethods.GET],
          allowedHeaders: ['*'],
          maxAge: 3600,
        },
      ],
      // What nobody used is removed by the sweep, which knows what was used; a rule by age could not.
      // Sheets that came in or went out are personal data nobody needs for long: a month to look at what was refused, and to take an import back.
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ...['imports/', 'exports/'].map((folder) => ({
          prefix: `${filePrefix}${folder}`,
          expiration: Duration.days(sheetDays),
        })),
      ],
    })
    this.bucketName = bucket.bucketName
    accept(
      bucket,
      'S1',
      'Every address to a file is signed by a function after the decision, and looks at sensitive files are audit items; server access logs would hold people’s network addresses a second time.',
    )
  }

  /** Only under the prefix; to list the bucket is what makes a missing file a 404 instead of a 403. */
  grant(role: Role): void {
    const files = `${this.arn}/${filePrefix}*`
    role.addToPolicy(
      new PolicyStatement({ actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject'], resources: [files] }),
    )
    role.addToPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.arn] }))
    this.key.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey')
    accept(
      role,
      `IAM5[Resource::${asFound(Stack.of(this), files)}]`,
      'The ids of files are made on the phone: the prefix is as narrow as a right to them can be.',
    )
  }
}

/** How cdk-nag writes an address: what is known only at deployment by its name. */
const asFound = ({ account, partition }: Stack, arn: string): string =>
  arn
    .replace(partition, '<AWS::Partition>')
    .replace(account, Token.isUnresolved(account) ? '<AWS::AccountId>' : account)
