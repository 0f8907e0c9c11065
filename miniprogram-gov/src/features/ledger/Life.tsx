import type { HappeningReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  EmptyState,
  ErrorState,
  goTo,
  Heading,
  MoreOfList,
  Row,
  Section,
  SkeletonList,
  Stack,
  Tag,
  Text,
  useNow,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { byDay, timeOf } from './days'

const whatWords: Readonly<Record<HappeningReply['what'], string>> = {
  said: '登记',
  decided: '核对',
  request: '办事',
}

/** Everything that happened to an entity, day by day, the newest first. */
export function Life({ id, opensRequests }: { readonly id: string; readonly opensRequests: boolean }) {
  const now = useNow()
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) =>
        api.ledgers.timeline({ params: { entityId: id }, query: cursor === undefined ? {} : { cursor } }),
      [id],
    ),
  )
  return (
    <Section title="经过">
      {paged.first ? (
        <SkeletonList count={1} />
      ) : paged.items.length === 0 ? (
        paged.error === undefined ? (
          <Card>
            <EmptyState icon="clock" title="还没有经过" detail="登记、办事、走访和核对，都会按时间记在这里。" />
          </Card>
        ) : (
          <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
        )
      ) : (
        <Card>
          <Stack gap={4}>
            {byDay(paged.items, now).map(({ date, name, happenings }) => (
              <Box key={date} as="section" className="g-day" label={name}>
                <Heading level={3}>{name}</Heading>
                <Box as="ol" role="list" className="g-day__list">
                  {happenings.map((one) => (
                    <Box key={`${one.at} ${one.what} ${one.title} ${one.about.join()}`} as="li" className="g-day__one">
                      <Happening one={one} opensRequests={opensRequests} />
                    </Box>
                  ))}
                </Box>
              </Box>
            ))}
          </Stack>
        </Card>
      )}
      <MoreOfList paged={paged} />
    </Section>
  )
}

function Happening({ one, opensRequests }: { readonly one: HappeningReply; readonly opensRequests: boolean }) {
  const { at, what, title, who, about, request } = one
  return (
    <>
      <Text inline size="small" tone="quiet" numeric className="g-day__time">
        {timeOf(at)}
      </Text>
      <Stack gap={1} grow>
        <Row gap={2} wrap>
          <Text inline>{title}</Text>
          <Tag tone={what === 'decided' ? 'accent' : 'quiet'}>{whatWords[what]}</Tag>
        </Row>
        <Text size="small" tone="quiet">
          {[who, about.join('、')].filter((words) => words !== '').join(' · ')}
        </Text>
        {request !== undefined && opensRequests ? (
          <Row>
            <Button variant="text" label={`看这次申请：${title}`} onPress={() => goTo(pages.request, { id: request })}>
              看这次申请
            </Button>
          </Row>
        ) : null}
      </Stack>
    </>
  )
}
