import { Problem } from '@zmht/shared/problems'
import {
  Button,
  Card,
  goTo,
  ProblemNotice,
  Row,
  Section,
  SkeletonList,
  Stack,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { RequestAnswers } from '../requests/RequestAnswers'
import { request as requests } from '../requests/resources'

interface Behind {
  readonly request: string
  readonly number: string
}

/** Who asked for what is to be done, and what they wrote, with its photos; to those who may not read the request where it can be asked about. */
export function RequestBehind({ of: { request: id, number } }: { readonly of: Behind }) {
  const { data, error, reload } = useResource(requests, id)
  if (data === undefined)
    return error === undefined ? <SkeletonList count={1} /> : <Unread error={error} number={number} reload={reload} />
  return (
    <Stack gap={4}>
      <Section
        title="谁反映的"
        action={
          <Button variant="text" onPress={() => goTo(pages.request, { id })}>
            {`看诉求 ${number}`}
          </Button>
        }
      >
        <Card>
          <Text strong>{data.who}</Text>
          <Text size="small" tone="quiet">
            {[data.title, data.place].filter(Boolean).join(' · ')}
          </Text>
        </Card>
      </Section>
      <RequestAnswers request={data} />
    </Stack>
  )
}

function Unread({
  error,
  number,
  reload,
}: {
  readonly error: unknown
  readonly number: string
  readonly reload: () => void
}) {
  const isHidden = error instanceof Problem && (error.kind === 'forbidden' || error.kind === 'not-found')
  if (isHidden)
    return (
      <Section title="谁反映的">
        <Card>
          <Text>{`来自诉求 ${number}。`}</Text>
          <Text size="small" tone="quiet">
            您的职责看不到诉求全文，要了解更多请问交办的单位。
          </Text>
        </Card>
      </Section>
    )
  return (
    <Stack gap={2}>
      <ProblemNotice error={error} />
      <Row>
        <Button variant="text" onPress={reload}>
          再试一次
        </Button>
      </Row>
    </Stack>
  )
}
