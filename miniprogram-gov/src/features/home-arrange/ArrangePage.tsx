import type { HomeReply } from '@zmht/shared/contract'
import { type HomeSection, homeSectionNames, moved } from '@zmht/shared/rules'
import {
  Button,
  Card,
  goBack,
  goTo,
  ListRow,
  Loaded,
  ProblemNotice,
  Row,
  Section,
  Stack,
  Text,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { homeOf } from '../home/home.resources'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { OrderList } from './OrderList'

/** Everybody puts their own home page in order. */
export function ArrangePage() {
  return <Gate>{(me) => <Arrange me={me} />}</Gate>
}

function Arrange({ me }: { readonly me: Official }) {
  const loaded = useResource(homeOf, 'mine')
  return (
    <OfficialScreen me={me} title="调整首页" current={pages.home} back={pages.home}>
      <Loaded of={loaded}>{(home) => <Form home={home} me={me} />}</Loaded>
    </OfficialScreen>
  )
}

function Form({ home, me }: { readonly home: HomeReply; readonly me: Official }) {
  const [shown, setShown] = useState<readonly HomeSection[]>(home.arrangement.sections)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const hidden = home.offered.filter((one) => !shown.includes(one))
  const save = async (sections: readonly HomeSection[], without: readonly HomeSection[]) => {
    setBusy(true)
    setError(undefined)
    try {
      await api.overview.arrangeMyHome({ body: { sections: [...sections], hidden: [...without] } })
      homeOf.outdate()
      await homeOf.refresh('mine')
      toast('首页已按您的顺序排好')
      goBack(pages.home)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Stack gap={6} className="g-column">
      <Section title="您的首页">
        <Text tone="quiet">只改您自己看到的。关掉的栏目随时可以再打开。</Text>
        <OrderList
          label="首页的栏目"
          all={[...shown, ...hidden]}
          shown={shown}
          nameOf={(one) => homeSectionNames[one]}
          onShow={(one, on) => setShown(on ? [...shown, one] : shown.filter((other) => other !== one))}
          onMove={(one, step) => setShown(moved(shown, one, step))}
        />
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Row gap={2} wrap>
          <Button loading={busy} onPress={() => void save(shown, hidden)}>
            保存
          </Button>
          {home.isOwn ? (
            <Button variant="quiet" disabled={busy} onPress={() => void save([], [])}>
              恢复单位的安排
            </Button>
          ) : null}
        </Row>
      </Section>
      {may(me, 'channel.write') ? (
        <Section title="本单位">
          <Card flush>
            <ListRow
              icon="settings"
              title="各岗位的首页"
              detail="本单位每种岗位的首页放哪些栏目和工具，怎样排"
              onPress={() => goTo(pages.roleHomes)}
            />
          </Card>
        </Section>
      ) : null}
    </Stack>
  )
}
