import { useRouter } from '@tarojs/taro'
import { sayOpenHours } from '@zmht/shared/rules'
import {
  Button,
  Card,
  callWords,
  FilesShown,
  formatWhen,
  Heading,
  Icon,
  Lines,
  Loaded,
  OpenNow,
  Row,
  Screen,
  Stack,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useMemo } from 'react'
import { pages } from '@/lib/navigation'
import { Gate } from '../session/Gate'
import { call, entryOf, pictureOf } from './resources'

export function EntryPage() {
  return <Gate>{() => <Entry />}</Gate>
}

/** One piece of news, or one service, whole. */
function Entry() {
  const { place = '', id = '' } = useRouter().params
  const now = useNow()
  const loaded = useResource(entryOf, `${place}/${id}`)
  const store = useMemo(() => ({ open: pictureOf(place, id) }), [place, id])
  return (
    <Screen title="掌上服务站" back={pages.community}>
      <Loaded of={loaded}>
        {({ content, since, by }) => (
          <Card>
            <Stack gap={4}>
              <Stack gap={1}>
                <Heading level={2} size="title">
                  {content.title}
                </Heading>
                <Text size="small" tone="quiet" numeric>
                  {`${by} · ${formatWhen(since, now)}`}
                </Text>
              </Stack>
              <OpenNow hours={content.hours} now={now} />
              {content.text === undefined ? null : <Text pre>{content.text}</Text>}
              {content.hours === undefined ? null : <Lines lines={sayOpenHours(content.hours)} />}
              {content.where === undefined ? null : (
                <Row gap={2}>
                  <Icon name="place" className="z-text--quiet" />
                  <Text inline>{content.where}</Text>
                </Row>
              )}
              {content.photos.length === 0 ? null : (
                <FilesShown
                  label="照片"
                  files={content.photos.map((photo) => ({ id: photo, kind: 'photo' }))}
                  store={store}
                />
              )}
              {content.phone === undefined ? null : (
                <Button full large icon="phone" onPress={() => call(content.phone ?? '')}>
                  {callWords(content.phone)}
                </Button>
              )}
            </Stack>
          </Card>
        )}
      </Loaded>
    </Screen>
  )
}
