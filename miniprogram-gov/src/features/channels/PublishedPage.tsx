import { useRouter } from '@tarojs/taro'
import { forNames, isOpened } from '@zmht/shared/rules'
import { Button, Card, goOnTo, goToTop, Heading, Icon, Loaded, Row, Stack, Text, useResource } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { nextSteps } from './PublishPage'
import { reachWords } from './reach'
import { channel } from './resources'

export function PublishedPage() {
  return <Gate>{(me) => <Published me={me} />}</Gate>
}

/** What was done and what happens next. */
function Published({ me }: { readonly me: Official }) {
  const { id = '' } = useRouter().params
  const loaded = useResource(channel, id)
  return (
    <OfficialScreen me={me} title="已发布" current={pages.channels} back={pages.channels}>
      <Loaded of={loaded}>
        {(data) => (
          <Stack gap={6} className="g-column">
            <Card tone="accent">
              <Stack gap={2}>
                <Row gap={2}>
                  <Icon name="check" />
                  <Heading level={2} size="title">
                    {`「${data.title}」已发布`}
                  </Heading>
                </Row>
                <Text>{`${reachWords(data.reach)}的${data.for === undefined ? '居民' : '单位经办人'}现在打开小程序就能看到，可以马上${isOpened(data.link) ? '打开' : '提交'}。`}</Text>
              </Stack>
            </Card>
            <Card>
              <Stack gap={3}>
                <Heading level={2}>接下来</Heading>
                {nextSteps(data.procedure, data.link, forNames[data.for ?? 'residents']).map((words, index) => (
                  <Row key={words} gap={3} top>
                    <Text inline strong numeric tone="accent">
                      {String(index + 1)}
                    </Text>
                    <Text>{words}</Text>
                  </Row>
                ))}
              </Stack>
            </Card>
            <Stack gap={2}>
              <Button full large onPress={() => goOnTo(pages.channel, { id: data.id })}>
                查看这项服务
              </Button>
              {may(me, 'work.read') ? (
                <Button full variant="quiet" onPress={() => goToTop(pages.work)}>
                  去看任务
                </Button>
              ) : null}
            </Stack>
          </Stack>
        )}
      </Loaded>
    </OfficialScreen>
  )
}
