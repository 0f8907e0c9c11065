import { allRoutes, type Route, type Slice, slices } from '@zmht/shared/contract'
import { foreignRoutes } from '@zmht/shared/contract/foreign'
import { type ProblemCode, problemDocument } from '@zmht/shared/problems'
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  AccessLogField,
  AccessLogFormat,
  ApiDefinition,
  CfnAccount,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseType,
  SecurityPolicy,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Environment } from './environment'
import { accept } from './reasons'

/** Under /sessions, by POST: where codes are asked for and tried. Guessed at by strangers, and every SMS costs money. */
export const signInPaths = ['phone-codes', 'phone'] as const

/** What is alike for everybody: the gateway answers it itself while it is fresh. */
const keptRoutes = allRoutes.filter(({ keptSeconds }) => keptSeconds !== undefined)
/** With the second the function remembers, what is online hears of an emergency within ten seconds, asking every five. */
export const gatewayKeepsSeconds = 4

// No address, no path (it may hold an id), no user agent, no query: `resourcePath` is the template, /places/{placeId}.
const accessLogFields = {
  requestId: AccessLogField.contextRequestId(),
  time: AccessLogField.contextRequestTimeEpoch(),
  method: AccessLogField.contextHttpMethod(),
  resource: AccessLogField.contextResourcePath(),
  status: AccessLogField.contextStatus(),
  latencyMs: AccessLogField.contextResponseLatency(),
  integrationLatencyMs: AccessLogField.contextIntegrationLatency(),
  error: AccessLogField.contextErrorResponseType(),
}

// What the gateway itself answers when the request never reaches a slice, in the words of the error catalogue.
const gatewayAnswers: readonly { readonly type: ResponseType; readonly code: ProblemCode }[] = [
  { type: ResponseType.DEFAULT_5XX, code: 'unavailable' },
  { type: ResponseType.INTEGRATION_TIMEOUT, code: 'unavailable' },
  { type: ResponseType.THROTTLED, code: 'too-many' },
  { type: ResponseType.WAF_FILTERED, code: 'forbidden' },
  { type: ResponseType.REQUEST_TOO_LARGE, code: 'too-large' },
  { type: ResponseType.MISSING_AUTHENTICATION_TOKEN, code: 'not-found' },
]

export interface GatewayProps {
  readonly prefix: string
  readonly environment: Environment
  readonly functions: Readonly<Record<Slice, IFunction>>
  readonly logKey: IKey | undefined
}

/** The regional REST API: every route of the contract, each led to the function of its slice. */
export class Gateway extends Construct {
  readonly api: SpecRestApi

  constructor(scope: Construct, id: string, props: GatewayProps) {
    super(scope, id)
    const { environment, prefix } = props
    const logs = (name: string, logGroupName: string) =>
      new LogGroup(this, name, {
        logGroupName,
        retention: environment.logRetentionDays,
        removalPolicy: RemovalPolicy.RETAIN,
        ...(props.logKey === undefined ? {} : { encryptionKey: props.logKey }),
      })
    const throttle = ({ ratePerSecond, burst }: Environment['throttle']) => ({
      throttlingRateLimit: ratePerSecond,
      throttlingBurstLimit: burst,
    })

    this.api = new SpecRestApi(this, 'Api', {
      restApiName: prefix,
      apiDefinition: ApiDefinition.fromInline(this.definition(props)),
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: false,
      deployOptions: {
        stageName: environment.stage,
        // Errors only, and never a body: an execution log at INFO would hold what people filled in.
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        metricsEnabled: true,
        accessLogDestination: new LogGroupLogDestination(logs('AccessLog', `/${prefix}/access`)),
        accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
        ...throttle(environment.throttle),
        // The smallest cluster there is holds the marks of every community many times over. Nothing else is kept: answers are somebody's.
        cacheClusterEnabled: true,
        cacheClusterSize: '0.5',
        cachingEnabled: false,
        methodOptions: {
          ...Object.fromEntries(
            signInPaths.map((path) => [`/sessions/${path}/POST`, throttle(environment.signInThrottle)]),
          ),
          ...Object.fromEntries(
            keptRoutes.map(({ path, method }) => [
              `${path}/${method}`,
              {
                ...throttle(environment.throttle),
                loggingLevel: MethodLoggingLevel.ERROR,
                metricsEnabled: true,
                cachingEnabled: true,
                cacheDataEncrypted: true,
                cacheTtl: Duration.seconds(gatewayKeepsSeconds),
              },
            ]),
          ),
        },
      },
    })

    // One permission per function: one per method would outgrow the 20 kB a function's policy may have.
    for (const slice of slices)
      props.functions[slice].addPermission('Gateway', {
        principal: new ServicePrincipal('apigateway.amazonaws.com'),
        sourceArn: this.api.arnForExecuteApi('*', '/*', '*'),
      })
    // API Gateway would make this group itself, and keep it for ever.
    const executionLog = logs('ExecutionLog', `API-Gateway-Execution-Logs_${this.api.restApiId}/${environment.stage}`)
    this.api.deploymentStage.node.addDependency(executionLog, this.accountRole())

    if (environment.domain !== undefined) {
      this.api.addDomainName('Domain', {
        domainName: environment.domain.name,
        certificate: Certificate.fromCertificateArn(this, 'Certificate', environment.domain.certificateArn),
        endpointType: EndpointType.REGIONAL,
        securityPolicy: SecurityPolicy.TLS_1_2,
      })
    }
    this.acceptFindings()
  }

  /**
   * Route by route, not /places/{rest+}: what the contract does not name never reaches a function, path parameters arrive under the contract's names, and the
   * log can say which route it was without saying for whom. As one OpenAPI document, for a stack may have 500 resources and each route would be two or three.
   */
  private definition({ prefix, functions }: GatewayProps): object {
    const { partition, region } = Stack.of(this)
    const invocation = (slice: Slice) =>
      `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${functions[slice].functionArn}/invocations`
    const paths: Record<string, Record<string, object>> = {}
    const led: readonly Pick<Route, 'method' | 'path' | 'slice' | 'keptSeconds'>[] = [...allRoutes, ...foreignRoutes]
    for (const { method, path, slice, keptSeconds } of led) {
      const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      }))
      paths[path] = {
        ...paths[path],
        [method.toLowerCase()]: {
          ...(parameters.length === 0 ? {} : { parameters }),
          responses: {},
          'x-amazon-apigateway-integration': {
            ...{ type: 'aws_proxy', httpMethod: 'POST', uri: invocation(slice) },
            // Without them one place would be answered what another was.
            ...(keptSeconds === undefined
              ? {}
              : { cacheKeyParameters: parameters.map(({ name }) => `method.request.path.${name}`) }),
          },
        },
      }
    }
    const answers = gatewayAnswers.map(({ type, code }) => {
      const document = problemDocument(code)
      return [
        type.responseType,
        {
          statusCode: String(document.status),
          responseParameters: {
            'gatewayresponse.header.Content-Type': "'application/problem+json; charset=utf-8'",
          },
          responseTemplates: { 'application/json': JSON.stringify(document) },
        },
      ]
    })
    return {
      openapi: '3.0.1',
      info: { title: prefix, version: '1' },
      paths,
      'x-amazon-apigateway-gateway-responses': Object.fromEntries(answers),
    }
  }

  /** API Gateway writes its logs with one role per account and region; it stays when this stack goes. */
  private accountRole(): CfnAccount {
    const role = new Role(this, 'AccountRole', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs')],
    })
    role.applyRemovalPolicy(RemovalPolicy.RETAIN)
    const account = new CfnAccount(this, 'Account', { cloudWatchRoleArn: role.roleArn })
    account.applyRemovalPolicy(RemovalPolicy.RETAIN)
    accept(
      role,
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      'The role serves every API of the account and region; this policy is what API Gateway asks for.',
    )
    return account
  }

  private acceptFindings(): void {
    accept(
      this.api,
      'APIG2',
      'The router validates every request against the contract, and answers in Chinese, field by field.',
    )
  }
}
