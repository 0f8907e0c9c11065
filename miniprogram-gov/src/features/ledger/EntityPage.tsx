import { useRouter } from '@tarojs/taro'
import { answeredKinds, type EntityReply } from '@zmht/shared/contract'
import {
  Button,
  createResource,
  goTo,
  Heading,
  Loaded,
  Notice,
  ProblemNotice,
  Row,
  Stack,
  Tag,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { AnswerableSection } from '../answerable/AnswerableSection'
import { servicesForPage } from '../behalf/pages'
import { Joined } from '../duplicates/Joined'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { EntityTasks } from '../tasks/EntityTasks'
import { AlikeCard } from './AlikeCard'
import { EntitySections } from './EntitySections'
import { Facts } from './Facts'
import { Life } from './Life'
import { PurposeSheet } from './PurposeSheet'
import { Relations } from './Relations'
import { useDecisions } from './useDecisions'
import { kindWords } from './words'

const entity = createResource<EntityReply>((entityId) => api.ledgers.entity({ params: { entityId }, query: {} }))

/** One entity: what is known of it, whom it has to do with, what happened to it. */
export function EntityPage() {
  return <Gate>{(me) => <Entity me={me} />}</Gate>
}

function Entity({ me }: { readonly me: Official }) {
  const { id = '' } = useRouter().params
  const loaded = useResource(entity, id)
  return (
    <OfficialScreen me={me} title={loaded.data?.name ?? '资料'} current={pages.people} back={pages.people}>
      <Loaded of={loaded}>{(data) => <Whole key={data.id} me={me} data={data} />}</Loaded>
    </OfficialScreen>
  )
}

function Whole({ me, data }: { readonly me: Official; readonly data: EntityReply }) {
  const [asking, setAsking] = useState(false)
  /** Seen with a purpose: kept by this page only, gone when it is left. */
  const [whole, setWhole] = useState<{ readonly entity: EntityReply; readonly purpose: string }>()
  const [changed, setChanged] = useState<EntityReply>()
  /** Counts up with each change: what else is read of the entity is read again. */
  const [edition, setEdition] = useState(0)
  const shown = changed ?? whole?.entity ?? data
  const look = async (purpose: string) => {
    const seen = await api.ledgers.entity({ params: { entityId: shown.id }, query: { purpose } })
    setWhole({ entity: seen, purpose })
    setChanged(undefined)
    setAsking(false)
  }
  const take = (next: EntityReply) => {
    entity.put(data.id, next)
    setChanged(next)
    setEdition((before) => before + 1)
    // Who was looking at everything goes on doing so, for the same reason.
    if (whole) void look(whole.purpose).catch(() => setWhole(undefined))
  }
  const decisions = useDecisions(shown.id, take)
  const mayDecide = may(me, 'ledger.decide') ? decisions : undefined
  const masked = shown.facts.some((fact) => fact.masked || fact.waiting.some((claim) => claim.masked))
  return (
    <Stack gap={4}>
      <Row gap={3}>
        <Heading level={2} size="title">
          {shown.name}
        </Heading>
        <Tag>{kindWords[shown.kind].name}</Tag>
      </Row>
      {whole ? (
        <Notice title={masked ? '您的岗位只能看到这些内容' : '正在显示完整内容'}>
          {`查看理由「${whole.purpose}」已经留下记录，离开本页后恢复隐藏。`}
        </Notice>
      ) : null}
      {shown.kind === 'person' && may(me, 'request.handle') ? (
        <Row>
          <Button
            variant="quiet"
            icon="channel"
            onPress={() => goTo(servicesForPage, { person: shown.id, name: shown.name })}
          >
            替 TA 办事
          </Button>
        </Row>
      ) : null}
      {decisions.error === undefined ? null : <ProblemNotice error={decisions.error} />}
      {shown.alike.map((one) => (
        <AlikeCard key={one.other.id} entity={shown} alike={one} decisions={mayDecide} />
      ))}
      <EntitySections
        facts={
          <>
            <Facts
              entity={shown}
              decisions={mayDecide}
              onLook={() => setAsking(true)}
              onCorrected={may(me, 'ledger.edit') ? take : undefined}
            />
            {masked && !whole ? (
              <Button variant="quiet" icon="eye" onPress={() => setAsking(true)}>
                查看完整内容
              </Button>
            ) : null}
          </>
        }
        answerable={
          isAnswered(shown.kind) ? (
            <AnswerableSection
              entity={shown}
              edition={edition}
              onCorrected={may(me, 'ledger.edit') ? take : undefined}
            />
          ) : null
        }
        relations={<Relations entity={shown} decisions={mayDecide} edition={edition} />}
        life={
          <>
            {may(me, 'ledger.decide') ? <Joined key={`joined ${edition}`} id={shown.id} /> : null}
            {may(me, 'task.work') ? <EntityTasks id={shown.id} /> : null}
            <Life key={edition} id={shown.id} opensRequests={may(me, 'channel.read')} />
          </>
        }
      />
      {asking ? <PurposeSheet look={look} onClose={() => setAsking(false)} /> : null}
    </Stack>
  )
}

/** Of people, organisations and things somebody is answerable; places and events have their own screens for it. */
const isAnswered = (kind: EntityReply['kind']): boolean => answeredKinds.some((one) => one === kind)
