import type { CommunityCardReply, CommunityPageReply } from '../../contract'
import type { Instant } from '../../knowledge'
import { openingAt, sayOpenHours, sayOpening } from '../../rules'
import { formatWhen } from '../format/when'
import { Box } from '../primitives/Box'
import { Button } from '../primitives/Button'
import { Card, Section } from '../primitives/Card'
import { Icon } from '../primitives/Icon'
import { KeyValue, List } from '../primitives/List'
import { Row, Stack } from '../primitives/Stack'
import { Tag } from '../primitives/Tag'
import { Text } from '../primitives/Text'

interface Acts {
  readonly now: Instant
  readonly onCall: (phone: string) => void
  readonly onOpen: (place: CommunityPageReply['place'], entry: CommunityCardReply) => void
}

/** Whether it is open at this moment, and until when. Only where hours are known. */
export function OpenNow({ hours, now }: { readonly hours: CommunityCardReply['hours']; readonly now: Instant }) {
  if (hours === undefined) return null
  const opening = openingAt(hours, now)
  return (
    <Row>
      <Tag tone={opening.open ? 'accent' : 'quiet'}>{sayOpening(opening, now)}</Tag>
    </Row>
  )
}

export const callWords = (phone: string): string => `打电话 ${phone}`

/** What one place tells those who live there: the desk, what is new, what is offered, whom to ring. */
export function CommunityPageView({ page, ...acts }: { readonly page: CommunityPageReply } & Acts) {
  const { place, about, announcements, news, services, phones } = page
  const open = (entry: CommunityCardReply) => acts.onOpen(place, entry)
  return (
    <Stack gap={6}>
      {about === undefined ? null : <Desk about={about} {...acts} onMore={() => open(about)} />}
      <Told title="社区公告" entries={announcements} now={acts.now} onOpen={open} />
      <Told title="社区动态" entries={news} now={acts.now} onOpen={open} />
      {services.length === 0 ? null : (
        <Section title="便民服务">
          <List gap label="便民服务">
            {services.map((entry) => (
              <Service key={entry.id} entry={entry} {...acts} onMore={() => open(entry)} />
            ))}
          </List>
        </Section>
      )}
      {phones.length === 0 ? null : (
        <Section title="常用电话">
          <Card flush>
            <List label="常用电话">
              {phones.map((entry, index) => (
                <Phone key={entry.id} entry={entry} line={index > 0} {...acts} />
              ))}
            </List>
          </Card>
        </Section>
      )}
    </Stack>
  )
}

function Desk({
  about,
  now,
  onCall,
  onMore,
}: Pick<Acts, 'now' | 'onCall'> & { readonly about: CommunityCardReply; readonly onMore: () => void }) {
  const { title, text, where, phone, hours, more } = about
  const rows = [
    ...(where === undefined ? [] : [{ key: '地址', value: where }]),
    ...(hours === undefined ? [] : [{ key: '时间', value: <Lines lines={sayOpenHours(hours)} /> }]),
  ]
  return (
    <Card label={title}>
      <Stack gap={3}>
        <Text size="title" strong>
          {title}
        </Text>
        <OpenNow hours={hours} now={now} />
        {text === undefined ? null : <Text pre>{text}</Text>}
        {rows.length === 0 ? null : <KeyValue rows={rows} />}
        {phone === undefined ? null : (
          <Button full large icon="phone" onPress={() => onCall(phone)}>
            {callWords(phone)}
          </Button>
        )}
        {more ? (
          <Button full variant="quiet" onPress={onMore}>
            看照片
          </Button>
        ) : null}
      </Stack>
    </Card>
  )
}

function Service({
  entry,
  now,
  onCall,
  onMore,
}: Pick<Acts, 'now' | 'onCall'> & { readonly entry: CommunityCardReply; readonly onMore: () => void }) {
  const { title, text, where, phone, hours, more } = entry
  return (
    <Card label={title}>
      <Stack gap={2}>
        <Text size="large" strong>
          {title}
        </Text>
        <OpenNow hours={hours} now={now} />
        {text === undefined ? null : <Text tone="quiet">{text}</Text>}
        {hours === undefined ? null : <Lines lines={sayOpenHours(hours)} />}
        {where === undefined ? null : (
          <Row gap={2}>
            <Icon name="place" className="z-text--quiet" />
            <Text inline>{where}</Text>
          </Row>
        )}
        {phone === undefined && !more ? null : (
          <Row gap={2} wrap>
            {phone === undefined ? null : (
              <Button variant="quiet" icon="phone" label={`给${title}打电话 ${phone}`} onPress={() => onCall(phone)}>
                {callWords(phone)}
              </Button>
            )}
            {more ? (
              <Button variant="text" label={`看${title}的详情`} onPress={onMore}>
                看详情
              </Button>
            ) : null}
          </Row>
        )}
      </Stack>
    </Card>
  )
}

function Phone({
  entry,
  line,
  now,
  onCall,
}: Pick<Acts, 'now' | 'onCall'> & { readonly entry: CommunityCardReply; readonly line: boolean }) {
  const { title, text, phone, hours } = entry
  return (
    <Box className={line ? 'z-list-row z-list-row--line' : 'z-list-row'}>
      <Box className="z-list-row__body">
        <Text strong>{title}</Text>
        {phone === undefined ? null : (
          <Text tone="quiet" numeric>
            {phone}
          </Text>
        )}
        {text === undefined ? null : (
          <Text size="small" tone="quiet">
            {text}
          </Text>
        )}
        <OpenNow hours={hours} now={now} />
      </Box>
      {phone === undefined ? null : (
        <Box className="z-list-row__end">
          <Button variant="quiet" icon="phone" label={`给${title}打电话 ${phone}`} onPress={() => onCall(phone)}>
            打电话
          </Button>
        </Box>
      )}
    </Box>
  )
}

/** Hours, a line for each span. */
export function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Stack gap={1}>
      {lines.map((line) => (
        <Text key={line} numeric>
          {line}
        </Text>
      ))}
    </Stack>
  )
}

/** What is read once, the newest first; nothing where nothing is told. */
function Told({
  title,
  entries,
  now,
  onOpen,
}: {
  readonly title: string
  readonly entries: readonly CommunityCardReply[]
  readonly now: Instant
  readonly onOpen: (entry: CommunityCardReply) => void
}) {
  if (entries.length === 0) return null
  return (
    <Section title={title}>
      <List gap label={title}>
        {entries.map((entry) => (
          <Card key={entry.id} onPress={() => onOpen(entry)}>
            <Row between gap={3}>
              <Stack gap={1} grow>
                <Text size="large" strong>
                  {entry.title}
                </Text>
                {entry.text === undefined ? null : (
                  <Text tone="quiet" clamp>
                    {entry.text}
                  </Text>
                )}
                <Text size="small" tone="quiet" numeric>
                  {formatWhen(entry.since, now)}
                </Text>
              </Stack>
              <Icon name="chevron" className="z-text--quiet" />
            </Row>
          </Card>
        ))}
      </List>
    </Section>
  )
}
