import type { Stage } from 'aws-cdk-lib/aws-apigateway'
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'

// Requests per address in five minutes. Thousands of phones of one mobile operator share an address: a resident must not
// be refused because a neighbour is busy, so these stop machines only; the API's throttle protects what is behind.
const perAddress = { all: 10_000, signIn: 300 }

const managed = 'AWS'
/** Amazon's own groups, free of charge; `count` names rules that only watch. */
const managedGroups = [
  // A form with pictures’ captions or a long appeal is larger than the 8 kB this rule allows.
  { name: 'AWSManagedRulesCommonRuleSet', count: ['SizeRestrictions_BODY'] },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', count: [] },
  { name: 'AWSManagedRulesAmazonIpReputationList', count: [] },
] as const

/** The regional web ACL in front of the API's stage. */
export class Firewall extends Construct {
  readonly webAcl: CfnWebACL

  constructor(scope: Construct, id: string, props: { readonly prefix: string; readonly stage: Stage }) {
    super(scope, id)
    // Samples would keep whole requests, tokens included, where people read them.
    const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
    })
    const rules: CfnWebACL.RuleProperty[] = [
      {
        name: 'sign-in-rate',
        priority: 0,
        action: { block: {} },
        statement: {
          rateBasedStatement: {
            limit: perAddress.signIn,
            aggregateKeyType: 'IP',
            scopeDownStatement: {
              byteMatchStatement: {
                fieldToMatch: { uriPath: {} },
                positionalConstraint: 'CONTAINS',
                // Asking for a code and trying one; not the refreshing of sessions, which every phone does.
                searchString: '/sessions/phone',
                textTransformations: [{ priority: 0, type: 'LOWERCASE' }],
              },
            },
          },
        },
        visibilityConfig: visible('sign-in-rate'),
      },
      {
        name: 'rate',
        priority: 1,
        action: { block: {} },
        statement: { rateBasedStatement: { limit: perAddress.all, aggregateKeyType: 'IP' } },
        visibilityConfig: visible('rate'),
      },
      ...managedGroups.map(
        ({ name, count }, index): CfnWebACL.RuleProperty => ({
          name,
          priority: 10 + index,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: managed,
              name,
              ruleActionOverrides: count.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
            },
          },
          visibilityConfig: visible(name),
        }),
      ),
    ]
    this.webAcl = new CfnWebACL(this, 'WebAcl', {
      name: props.prefix,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      rules,
      visibilityConfig: visible(props.prefix),
    })
    new CfnWebACLAssociation(this, 'Association', {
      webAclArn: this.webAcl.attrArn,
      resourceArn: props.stage.stageArn,
    })
  }
}
