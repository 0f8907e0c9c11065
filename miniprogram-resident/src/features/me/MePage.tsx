import { useDidShow } from '@tarojs/taro'
import {
  Card,
  EmptyState,
  goTo,
  goToTop,
  List,
  ListRow,
  Loaded,
  PersonCard,
  Screen,
  Section,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { session } from '@/lib/session'
import { useTabs } from '../messages/tabs'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { ownItems } from '../tasks/resources'
import { isWaiting } from '../tasks/words'
import { DueFacts } from './DueFacts'
import { facts } from './resources'

export function MePage() {
  return <Gate>{(me) => <Me me={me} />}</Gate>
}

function Me({ me }: { readonly me: Resident }) {
  useDidShow(() => void session.resume({ evenIfKnown: true }))
  const known = useResource(facts, 'mine')
  const waiting = (useResource(ownItems, 'mine').data ?? []).filter(isWaiting).length
  return (
    <Screen title="我" navigation={useTabs(me)} current={pages.me}>
      <PersonCard
        name={me.name || '居民'}
        detail={me.phone ? `手机号 ${me.phone}` : '还没有绑定手机号'}
        place={me.homes[0]?.tail}
      />
      {known.data === undefined ? null : <DueFacts me={known.data.me.id} />}
      <Section title="我的资料">
        <Loaded of={known}>
          {(found) => (
            <Card flush>
              <ListRow
                icon="document"
                title="我填过的资料"
                detail="每一项来自哪里、什么时候填的"
                end={`${found.me.facts.length} 项`}
                onPress={() => goTo(pages.facts, { who: found.me.id })}
              />
              <ListRow
                line
                icon="place"
                title="我的住址"
                end={`${me.homes.length} 处`}
                onPress={() => goTo(pages.homes)}
              />
              <ListRow
                line
                icon="task"
                title="我的任务"
                detail="社区请您填的，和填过的"
                end={waiting === 0 ? undefined : `${waiting} 件要填`}
                onPress={() => goTo(pages.tasks)}
              />
              <ListRow line icon="channel" title="我申请的服务" onPress={() => goToTop(pages.messages)} />
              <ListRow
                line
                icon="check"
                title="谁看过我的信息"
                detail="谁、什么时候、为了什么"
                onPress={() => goTo(pages.looks)}
              />
              <ListRow
                line
                icon="channel"
                title="带给其他服务的资料"
                detail="同意过什么，随时收回"
                onPress={() => goTo(pages.passed)}
              />
            </Card>
          )}
        </Loaded>
      </Section>
      <Section title="家人">
        <Loaded of={known}>
          {(found) =>
            found.family.length === 0 ? (
              <EmptyState icon="family" title="还没有家人的资料" detail="您替家人办事时填写的内容，会出现在这里。" />
            ) : (
              <List gap label="家人">
                {found.family.map((person) => (
                  <PersonCard
                    key={person.id}
                    name={person.name}
                    detail={[
                      found.me.links.find((link) => link.other.id === person.id)?.name,
                      `${person.facts.length} 项资料`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                    onPress={() => goTo(pages.facts, { who: person.id })}
                  />
                ))}
              </List>
            )
          }
        </Loaded>
      </Section>
      <Section title="代办">
        <Loaded of={known}>
          {(found) =>
            found.organisations.length === 0 ? null : (
              <List gap label="单位">
                {found.organisations.map((one) => (
                  <PersonCard
                    key={one.id}
                    name={one.name}
                    detail={`${one.facts.length} 项资料`}
                    onPress={() => goTo(pages.facts, { who: one.id })}
                  />
                ))}
              </List>
            )
          }
        </Loaded>
        <Card flush>
          <ListRow
            icon="family"
            title="我代办的人和单位"
            detail="孩子、老人或任职单位，社区核实后由您代办"
            onPress={() => goTo(pages.charges)}
          />
        </Card>
      </Section>
      <Section title="其他">
        <Card flush>
          <ListRow
            icon="settings"
            title="设置"
            detail="关怀版大字、隐私、退出登录"
            onPress={() => goTo(pages.settings)}
          />
        </Card>
      </Section>
    </Screen>
  )
}
