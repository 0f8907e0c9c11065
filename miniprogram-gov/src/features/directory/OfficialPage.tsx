import { useRouter } from '@tarojs/taro'
import type { OfficialReply } from '@zmht/shared/contract'
import { isAwayOn } from '@zmht/shared/permission'
import {
  Box,
  Button,
  Card,
  goTo,
  Heading,
  List,
  ListRow,
  Loaded,
  Row,
  Sheet,
  Stack,
  Tag,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { dayOf } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { CallButton } from './CallButton'
import { currentPosts, heldPosts } from './colleagues'
import { awayMark } from './marks'
import { Absences, Happenings, Tenures } from './OfficialSections'
import { type OperateKind, operateHints, operateKinds, operateNames } from './operation-draft'
import { officialOf } from './resources'
import { postWords } from './tenure'

export function OfficialPage() {
  return <Gate>{(me) => <OneOfficial me={me} />}</Gate>
}

function OneOfficial({ me }: { readonly me: Official }) {
  const { id = '' } = useRouter().params
  const loaded = useResource(officialOf, id)
  return (
    <OfficialScreen me={me} title="人员" current={pages.home} back={pages.book}>
      <Loaded of={loaded}>
        {(official) => (
          <Box className="g-split">
            <Stack gap={6} className="g-split__main">
              <Head official={official} />
              <Acts official={official} audited={may(me, 'audit.read')} />
              <Tenures official={official} />
              <Happenings official={official} />
            </Stack>
            <Stack gap={6} className="g-split__side">
              <Absences official={official} />
            </Stack>
          </Box>
        )}
      </Loaded>
    </OfficialScreen>
  )
}

function Head({ official }: { readonly official: OfficialReply }) {
  const today = dayOf(useNow())
  const { name, phone, absences } = official
  const away = absences.find((absence) => isAwayOn([absence], today))
  const mark = away === undefined ? undefined : awayMark(away.until, today)
  const now = currentPosts(official)
  return (
    <Card>
      <Box className="g-contact g-contact--head">
        <Box className="g-contact__who">
          <Box hidden className="z-person__face">
            {[...name][0] ?? '?'}
          </Box>
          <Stack gap={1} grow>
            <Row gap={2} wrap>
              <Heading level={2} size="title">
                {name}
              </Heading>
              {mark === undefined ? null : <Tag tone={mark.tone}>{mark.words}</Tag>}
            </Row>
            <Text tone="quiet">{now.length === 0 ? '现在没有岗位' : now.map(postWords).join('；')}</Text>
          </Stack>
        </Box>
        <CallButton name={name} phone={phone} />
      </Box>
    </Card>
  )
}

/** What may be done for somebody now. */
function kindsFor(official: OfficialReply, today: string): readonly OperateKind[] {
  const holds = heldPosts(official).length > 0
  const away = isAwayOn(official.absences, today)
  return operateKinds.filter((kind) => {
    if (kind === 'appoint') return true
    return kind === 'return' ? away : holds && !(kind === 'absence' && away)
  })
}

/** What may be done for somebody, and the way to their record for those who watch over it. */
function Acts({ official, audited }: { readonly official: OfficialReply; readonly audited: boolean }) {
  const today = dayOf(useNow())
  const [open, setOpen] = useState(false)
  const kinds = kindsFor(official, today)
  if (!official.editable && !audited) return null
  return (
    <>
      <Row gap={2} wrap>
        {official.editable ? (
          <Button variant="quiet" icon="settings" onPress={() => setOpen(true)}>
            办理人事变动
          </Button>
        ) : null}
        {audited ? (
          <Button variant="quiet" icon="eye" onPress={() => goTo(pages.auditOfOfficial, { id: official.id })}>
            审计记录
          </Button>
        ) : null}
      </Row>
      <Sheet open={open} title={`为${official.name}办理`} onClose={() => setOpen(false)}>
        <List label="人事变动">
          {kinds.map((kind, index) => (
            <ListRow
              key={kind}
              line={index > 0}
              title={operateNames[kind]}
              detail={operateHints[kind]}
              onPress={() => {
                setOpen(false)
                goTo(pages.operate, { id: official.id, kind })
              }}
            />
          ))}
        </List>
      </Sheet>
    </>
  )
}
