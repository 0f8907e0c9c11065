import { allRoutes, type Slice, slices } from '@zmht/shared/contract'
import { type ProblemCode, problemDocument } from '@zmht/shared/problems'
import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AccessLogField,
  AccessLogFormat,
  CfnAccount,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseType,
  RestApi,
  SecurityPolicy,
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
  readonly api: RestApi

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

    this.api = new RestApi(this, 'Api', {
      restApiName: prefix,
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
        methodOptions: Object.fromEntries(
          signInPaths.map((path) => [`/sessions/${path}/POST`, throttle(environment.signInThrottle)]),
        ),
      },
    })

    // Route by route, not /places/{rest+}: what the contract does not name never reaches a function, path parameters arrive
    // under the contract's names, and the log can say which route it was without saying for whom.
    for (const slice of slices) {
      const integration = new LambdaIntegration(props.functions[slice], {
        // One permission per function: one per method would outgrow the 20 kB a function's policy may have.
        scopePermissionToMethod: false,
      })
      for (const { method, path } of allRoutes.filter((route) => route.slice === slice)) {
        this.api.root.resourceForPath(path).addMethod(method, integration)
      }
    }
    for (const { type, code } of gatewayAnswers) {
      const document = problemDocument(code)
      this.api.addGatewayResponse(`Answer${type.responseType}`, {
        type,
        statusCode: String(document.status),
        responseHeaders: { 'Content-Type': "'application/problem+json; charset=utf-8'" },
        templates: { 'application/json': JSON.stringify(document) },
      })
    }

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
    const session =
      'The router checks the session of every route by the contract and refuses by default; residents sign in with WeChat.'
    accept(this.api, 'APIG4', session)
    accept(this.api, 'COG4', `${session} Cognito authorisers do not exist in aws-cn.`)
  }
}
