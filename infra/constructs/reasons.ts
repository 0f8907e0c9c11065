import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** Accepts one finding of cdk-nag on one construct. The reason is for the auditor: say why it is right here. */
export function accept(on: IConstruct, finding: string, reason: string): void {
  Validations.of(on).acknowledge({ id: `AwsSolutions-${finding}`, reason })
}
