import { useRouter } from '@tarojs/taro'
import { Card, EmptyState, goTo, ListRow, Loaded, PlaceLine, Stack, Text, useResource } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { behalfPage } from './pages'
import { behalfServices } from './resources'

/** 替 TA 办事: what can be entered for somebody of the ledgers. */
export function ServicesForPage() {
  return <Gate>{(me) => <ServicesFor me={me} />}</Gate>
}

function ServicesFor({ me }: { readonly me: Official }) {
  const { person = '', name = '' } = useRouter().params
  const loaded = useResource(behalfServices, person)
  return (
    <OfficialScreen me={me} title="替 TA 办事" current={pages.people} back={pages.people}>
      <Loaded of={loaded}>
        {({ items, tail }) => (
          <Stack gap={4} className="g-column">
            <Stack gap={1}>
              <Text size="large" strong>
                {decodeURIComponent(name)}
              </Text>
              <PlaceLine tail={tail} />
            </Stack>
            {items.length === 0 ? (
              <Card>
                <EmptyState
                  icon="channel"
                  title="这里没有您能代办的服务"
                  detail="服务发布到这个地方、由您的单位办理后，会出现在这里。"
                />
              </Card>
            ) : (
              <Card flush>
                {items.map((one, index) => (
                  <ListRow
                    key={one.id}
                    line={index > 0}
                    icon="channel"
                    title={one.title}
                    detail={[one.summary, one.audience, one.paused ? '暂停受理' : undefined]
                      .filter(Boolean)
                      .join(' · ')}
                    onPress={() => goTo(behalfPage, { id: one.id, person })}
                  />
                ))}
              </Card>
            )}
          </Stack>
        )}
      </Loaded>
    </OfficialScreen>
  )
}
