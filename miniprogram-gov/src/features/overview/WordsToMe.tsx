import type { WordsReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  formatMoment,
  goTo,
  Row,
  Section,
  Stack,
  Text,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { ownWords } from './resources'

/** What leaders said to whoever reads this, and the morning digest, until they say that they know. */
export function WordsToMe() {
  const { data } = useResource(ownWords, 'own')
  const unread = data?.items.filter(({ read }) => !read) ?? []
  if (unread.length === 0) return null
  return (
    <Section title="领导留言和简报">
      <Stack gap={3}>
        {unread.slice(0, 3).map((one) => (
          <OneWord key={`${one.kind} ${one.key}`} words={one} />
        ))}
      </Stack>
    </Section>
  )
}

function OneWord({ words: { key, kind, from, text, about, at } }: { readonly words: WordsReply }) {
  const now = useNow()
  const know = async () => {
    try {
      ownWords.put('own', await api.overview.readWords({ params: { key } }))
    } catch {
      toast('没有记下，请再试一次')
    }
  }
  const request = about?.request
  return (
    <Card>
      <Stack gap={2}>
        <Text size="small" tone="quiet">
          {kind === 'digest' ? `今早简报 · ${formatMoment(at, now)}` : `${from} · ${formatMoment(at, now)}`}
        </Text>
        <Text>{text}</Text>
        {kind === 'digest' || about === undefined ? null : (
          <Text size="small" tone="quiet">{`关于：${about.title}`}</Text>
        )}
        <Row gap={2} wrap>
          <Button variant="quiet" icon="check" onPress={() => void know()}>
            知道了
          </Button>
          {request !== undefined ? (
            <Button variant="text" onPress={() => goTo(pages.request, { id: request })}>
              去办理
            </Button>
          ) : null}
          {kind === 'digest' ? (
            <Button variant="text" onPress={() => goTo(pages.board)}>
              看总览
            </Button>
          ) : null}
        </Row>
      </Stack>
    </Card>
  )
}
