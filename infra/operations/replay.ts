// Replays what was put aside, after its cause is mended (docs/operations.md, "Dead letters").
//
//   npm run replay -w infra -- zmht-pilot-cn channels      one queue's dead letters, back into the queue
//   npm run replay -w infra -- zmht-pilot-cn dispatcher    what the dispatcher gave up on, from the stream
import { slices } from '@zmht/shared/contract'
import { awsCommand } from './aws'
import { queueUrl, replayMessages } from './replay-messages'
import { replayStream } from './replay-stream'

const [prefix, name] = process.argv.slice(2)
const url = (suffix: string) => queueUrl(awsCommand, `${prefix}-${suffix}`)

if (prefix !== undefined && slices.some((slice) => slice === name)) {
  console.log(`${replayMessages(awsCommand, url(`${name}-dead.fifo`), url(`${name}.fifo`))} messages replayed`)
} else if (prefix !== undefined && name === 'jobs') {
  console.log(`${replayMessages(awsCommand, url('jobs-dead'), url('jobs'))} messages replayed`)
} else if (prefix !== undefined && name === 'dispatcher') {
  console.log(`${replayStream(awsCommand, url('dispatcher-stream-dead'), `${prefix}-dispatcher`)} records replayed`)
} else {
  console.error(`usage: replay <prefix> <${[...slices, 'jobs', 'dispatcher'].join(' | ')}>`)
  process.exitCode = 1
}
