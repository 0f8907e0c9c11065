import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { capabilitiesOf } from './constructs/capabilities'
import { type Environment, readEnvironments } from './constructs/environment'
import { RecordsStack } from './stacks/records-stack'
import { ServiceStack } from './stacks/service-stack'

// Here and not in cdk.json, so that the tests see the same templates as a deployment.
const featureFlags = {
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/core:target-partitions': ['aws', 'aws-cn'],
  // The records cannot be pulled away from under the service.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-apigateway:disableCloudWatchRole': true,
}

/** Two stacks per environment, checked by cdk-nag: a finding without a reason stops the synthesis. */
export function createApp(options: {
  readonly assets: string
  readonly environments?: readonly Environment[]
  readonly app?: AppProps
}): App {
  const app = new App({ ...options.app, context: featureFlags })
  for (const environment of options.environments ?? readEnvironments()) {
    const prefix = `zmht-${environment.name}`
    const account = environment.account ?? process.env.CDK_DEFAULT_ACCOUNT
    const env = { region: environment.region, ...(account === undefined ? {} : { account }) }
    const capabilities = capabilitiesOf(environment.region)
    const records = new RecordsStack(app, `${prefix}-records`, {
      env,
      prefix,
      restored: environment.restoredTable,
      webOrigins: environment.webOrigins,
      terminationProtection: true,
    })
    const service = new ServiceStack(app, `${prefix}-service`, {
      env,
      prefix,
      environment,
      capabilities,
      records,
      assets: options.assets,
    })
    const excludeResourceTypes = [
      ...(capabilities.eventSourceMappingTags ? [] : ['AWS::Lambda::EventSourceMapping']),
      ...(capabilities.logGroupTags ? [] : ['AWS::Logs::LogGroup']),
    ]
    for (const stack of [records, service]) {
      Tags.of(stack).add('project', 'zhengmin-hutong', { excludeResourceTypes })
      Tags.of(stack).add('environment', environment.name, { excludeResourceTypes })
    }
  }
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return app
}
