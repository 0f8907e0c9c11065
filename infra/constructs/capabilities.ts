import { RegionInfo } from 'aws-cdk-lib/region-info'

/** The two partitions we deploy to: the world, and mainland China (residents' data stays there). */
export type Partition = 'aws' | 'aws-cn'

interface Finding {
  readonly has: boolean
  /** The page the answer was read on; absent where no page of Amazon's gives an answer, and then `has` is the careful choice. */
  readonly source?: string
  readonly note?: string
}

const china = 'https://docs.amazonaws.cn/en_us/aws/latest/userguide'
const world = 'https://docs.aws.amazon.com'

/**
 * What a partition has of the parts that differ. Code asks `capabilitiesOf(region)`, never the region's name.
 * docs/decisions/0010-partition-capabilities.md is the same table as prose; change both together.
 */
export const capabilityTable = {
  /** X-Ray tracing of functions. */
  tracing: {
    aws: { has: true, source: `${world}/lambda/latest/dg/services-xray.html` },
    'aws-cn': { has: false, source: `${china}/lambda.html`, note: 'X-Ray integration with Lambda is not available' },
  },
  /** Lambda cuts a function that feeds its own queue after 16 hops, unless told that the loop is meant (a job is one). */
  recursionGuard: {
    aws: { has: true, source: `${world}/lambda/latest/dg/invocation-recursion.html` },
    'aws-cn': {
      has: false,
      source: `${china}/lambda.html`,
      note: 'no recursive loop detection: nothing cuts the job, and the property must not be sent',
    },
  },
  /** Tags on event source mappings. */
  eventSourceMappingTags: {
    aws: { has: true, source: `${world}/lambda/latest/dg/tags-esm.html` },
    'aws-cn': {
      has: false,
      source: `${china}/lambda.html`,
      note: 'CloudFormation refuses the template: extraneous key [Tags] (aws/aws-cdk issue 31532)',
    },
  },
  /** Functions on arm64. */
  armFunctions: {
    aws: { has: true, source: `${world}/lambda/latest/dg/foundation-arch.html` },
    'aws-cn': { has: false, note: 'no page names the China regions either way; x86_64 runs everywhere' },
  },
  /** A customer key on log groups (without it they are encrypted with CloudWatch Logs’ own key). */
  logGroupKey: {
    aws: { has: true, source: `${world}/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html` },
    'aws-cn': {
      has: false,
      note: 'the service principal for the key policy is not given on a page of Amazon’s China site',
    },
  },
  /** Tags on log groups. */
  logGroupTags: {
    aws: { has: true, source: `${world}/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html` },
    'aws-cn': {
      has: false,
      note: 'refused in 2022 (aws/aws-cdk issue 20828); no page says whether it still is, and a tag is not worth a failed deployment',
    },
  },
  /** A web ACL on a regional REST API, with Amazon's managed rule groups. */
  regionalFirewall: {
    aws: { has: true, source: `${world}/waf/latest/developerguide/waf-chapter.html` },
    'aws-cn': {
      has: true,
      source: `${china}/waf.html`,
      note: 'regional only; no Marketplace groups, no targeted bot control (neither is used)',
    },
  },
  /** An API that anyone may call without IAM, with no filing at the ministry. */
  publicApiWithoutFiling: {
    aws: { has: true, source: `${world}/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html` },
    'aws-cn': {
      has: false,
      source: `${china}/api-gateway.html`,
      note: 'APIs without IAM and all custom domains need an ICP licence on the account; no edge-optimised APIs',
    },
  },
  // Below: nothing in the code turns on these; they say why something is not used, or is done another way.
  /** StartMessageMoveTask: moving dead letters back by one call of SQS. */
  deadLetterRedrive: {
    aws: {
      has: true,
      source: `${world}/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html`,
    },
    'aws-cn': {
      has: false,
      source: `${china}/sqs.html`,
      note: 'so operations/replay.ts moves them, in both partitions',
    },
  },
  /** SMS by SNS. */
  textMessages: {
    aws: { has: true, source: `${world}/sns/latest/dg/sns-supported-regions-countries.html` },
    'aws-cn': { has: false, source: `${china}/sns.html`, note: 'so codes are sent by a provider over HTTPS, in both' },
  },
  /** EventBridge Scheduler. */
  scheduler: {
    aws: { has: true, source: `${world}/eventbridge/latest/userguide/feature-availability.html` },
    'aws-cn': { has: false, note: 'not found on the China feature page; a scheduled rule does the same, in both' },
  },
  /** Function URLs. */
  functionUrls: {
    aws: { has: true, source: `${world}/lambda/latest/dg/urls-configuration.html` },
    'aws-cn': { has: false, source: `${china}/lambda.html`, note: 'not used: the web ACL could not stand before them' },
  },
  /** A stage of a REST API that keeps answers. */
  gatewayCache: {
    aws: { has: true, source: `${world}/apigateway/latest/developerguide/api-gateway-caching.html` },
    'aws-cn': {
      has: true,
      source: `${china}/api-gateway.html`,
      note: 'not among what the page names as missing; unauthenticated calls, as to /news, need an ICP licence on the account',
    },
  },
  /** CloudFront in front of the API. */
  edgeCache: {
    aws: { has: true, source: `${world}/AmazonCloudFront/latest/DeveloperGuide/Introduction.html` },
    'aws-cn': {
      has: true,
      source: `${china}/cloudfront.html`,
      note: 'only under a domain of one’s own with an ICP filing; not deployed yet in either partition',
    },
  },
} as const satisfies Record<string, Record<Partition, Finding>>

/** The findings that code asks for. */
type Switch =
  | 'tracing'
  | 'recursionGuard'
  | 'eventSourceMappingTags'
  | 'armFunctions'
  | 'logGroupKey'
  | 'logGroupTags'
  | 'regionalFirewall'
  | 'publicApiWithoutFiling'

export type Capabilities = Readonly<Record<Switch, boolean>>

/** The partition of a region, for example cn-north-1 → aws-cn. Throws on a region outside the two we know. */
export function partitionOf(region: string): Partition {
  const { partition } = RegionInfo.get(region)
  if (partition !== 'aws' && partition !== 'aws-cn') {
    throw new Error(`${region} lies in the partition ${partition}, for which nobody has filled the capability table`)
  }
  return partition
}

export function capabilitiesOf(region: string): Capabilities {
  const partition = partitionOf(region)
  const has = (capability: Switch) => capabilityTable[capability][partition].has
  return {
    tracing: has('tracing'),
    recursionGuard: has('recursionGuard'),
    eventSourceMappingTags: has('eventSourceMappingTags'),
    armFunctions: has('armFunctions'),
    logGroupKey: has('logGroupKey'),
    logGroupTags: has('logGroupTags'),
    regionalFirewall: has('regionalFirewall'),
    publicApiWithoutFiling: has('publicApiWithoutFiling'),
  }
}
