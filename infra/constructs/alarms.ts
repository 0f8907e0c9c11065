import { tableDefinition } from '@zmht/functions/platform/table-definition'
import { slices } from '@zmht/shared/contract'
import { Duration } from 'aws-cdk-lib'
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway'
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import type { EntryName } from './entries'
import type { Queues } from './queues'

/** A log line with this message says, in `count`, by how much a measure differed from its recount. */
const driftMessage = 'counter-drift'

const fiveMinutes = Duration.minutes(5)

interface Threshold {
  readonly metric: IMetric
  /** The alarm rings at this value and above. */
  readonly from: number
  readonly periods?: number
  /** What it means and what to do: the first line of the mail. */
  readonly says: string
}

export interface AlarmsProps {
  readonly prefix: string
  readonly email: string
  readonly queues: Queues
  readonly functions: Readonly<Record<EntryName, LambdaFunction>>
  readonly driftLogs: readonly ILogGroup[]
  readonly api: RestApiBase
  readonly tableName: string
}

/** What wakes somebody, and the one page to look at. Every alarm has a row in docs/operations.md. */
export class Alarms extends Construct {
  private readonly topic: Topic
  private readonly prefix: string

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id)
    this.prefix = props.prefix
    this.topic = new Topic(this, 'Topic', { topicName: `${props.prefix}-alarms`, enforceSSL: true })
    this.topic.addSubscription(new EmailSubscription(props.email))

    const { api, functions, queues } = props
    const dead = [...queues.deadLetters].map(([name, queue]) => ({
      name,
      metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: Duration.minutes(1) }),
    }))
    for (const { name, metric } of dead) {
      this.ring(name, { metric, from: 1, says: `消息进入死信队列 ${name}，需要查明原因后重放。` })
    }

    const ages = (['dispatcher', 'counter'] as const).map((entry) => ({
      entry,
      metric: functions[entry].metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
    }))
    for (const { entry, metric } of ages) {
      this.ring(`${entry}-behind`, { metric, from: 60_000, periods: 3, says: `${entry} 落后数据流一分钟以上。` })
    }

    const all = Object.entries(functions)
    for (const [entry, lambda] of all) {
      // A person who meets an error in a slice retries; behind the scenes nobody would notice the first one.
      const from = slices.some((slice) => slice === entry) ? 5 : 1
      this.ring(`${entry}-errors`, {
        metric: lambda.metricErrors({ period: fiveMinutes }),
        from,
        says: `${entry} 五分钟内出错 ${from} 次以上。`,
      })
      this.ring(`${entry}-throttled`, {
        metric: lambda.metricThrottles({ period: fiveMinutes }),
        // Stream and queue pollers retry by themselves; a short burst is no news.
        from: 10,
        says: `${entry} 被限流，检查账户并发额度。`,
      })
    }

    const failed = api.metricServerError({ period: fiveMinutes, statistic: 'Sum' })
    const latency = api.metricLatency({ period: fiveMinutes, statistic: 'p95' })
    this.ring('api-5xx', { metric: failed, from: 5, says: '接口五分钟内返回 5 次以上服务端错误。' })
    this.ring('api-slow', { metric: latency, from: 1500, periods: 3, says: '接口 p95 延迟连续十五分钟超过 1.5 秒。' })

    const throttles = tableThrottles(props.tableName)
    this.ring('table-throttled', { metric: throttles, from: 1, periods: 2, says: '表或索引被限流，检查热点分区。' })

    const drift = this.drift(props.driftLogs)
    this.ring('counter-drift', {
      metric: drift,
      from: 1,
      says: '夜间自查发现统计值与台账逐条清点不一致：查明原因，然后在没有写入时运行 npm run recount -- --all --repair。',
    })

    const dashboard = new Dashboard(this, 'Dashboard', { dashboardName: props.prefix })
    const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
      new GraphWidget({ title, left, right, width: 12 })
    dashboard.addWidgets(
      graph('API: requests and 5xx', [api.metricCount({ period: fiveMinutes }), failed]),
      graph('API: latency', [api.metricLatency({ period: fiveMinutes, statistic: 'p50' }), latency]),
      graph(
        'Functions: errors',
        all.map(([label, lambda]) => lambda.metricErrors({ period: fiveMinutes, label })),
      ),
      graph(
        'Functions: p95 duration',
        all.map(([label, lambda]) => lambda.metricDuration({ period: fiveMinutes, statistic: 'p95', label })),
      ),
      graph(
        'Stream: iterator age',
        ages.map(({ metric }) => metric),
      ),
      graph(
        'Queues: oldest message',
        Object.entries(queues.byName).map(([label, queue]) =>
          queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', label }),
        ),
      ),
      graph(
        'Dead letters',
        dead.map(({ metric }) => metric),
      ),
      graph(
        'Table: consumed capacity and throttles',
        [
          tableMetric('ConsumedReadCapacityUnits', { TableName: props.tableName }),
          tableMetric('ConsumedWriteCapacityUnits', { TableName: props.tableName }),
        ],
        [throttles],
      ),
      graph('Counter drift', [drift]),
    )
  }

  private ring(name: string, { metric, from, periods, says }: Threshold): void {
    const alarm = new Alarm(this, name, {
      alarmName: `${this.prefix}-${name}`,
      alarmDescription: says,
      metric,
      threshold: from,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods ?? 1,
      // No data means no traffic.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    alarm.addOkAction(new SnsAction(this.topic))
  }

  private drift(logs: readonly ILogGroup[]): Metric {
    const metricNamespace = 'Zmht'
    const metricName = `${this.prefix}-counter-drift`
    logs.forEach((logGroup, index) => {
      new MetricFilter(this, `Drift${index}`, {
        logGroup,
        metricNamespace,
        metricName,
        filterPattern: FilterPattern.all(
          FilterPattern.stringValue('$.message', '=', driftMessage),
          FilterPattern.numberValue('$.count', '>', 0),
        ),
        metricValue: '$.count',
      })
    })
    return new Metric({ namespace: metricNamespace, metricName, statistic: 'Maximum', period: fiveMinutes })
  }
}

const tableMetric = (metricName: string, dimensionsMap: Record<string, string>) =>
  new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, statistic: 'Sum', period: fiveMinutes })

/** Throttled reads and writes of the table and each of its indexes, in one number. */
function tableThrottles(TableName: string): MathExpression {
  const targets = [
    { TableName },
    ...tableDefinition.indexes.map(({ name }) => ({ TableName, GlobalSecondaryIndexName: name })),
  ]
  const metrics = targets.flatMap((target) => [
    tableMetric('ReadThrottleEvents', target),
    tableMetric('WriteThrottleEvents', target),
  ])
  return new MathExpression({
    expression: 'SUM(METRICS())',
    usingMetrics: Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric])),
    label: 'throttled',
    period: fiveMinutes,
  })
}
