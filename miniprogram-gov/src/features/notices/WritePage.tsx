import { useRouter } from '@tarojs/taro'
import { mintNoticeId } from '@zmht/shared/contract'
import { noticeTemplates } from '@zmht/shared/templates/notices'
import {
  Box,
  Button,
  Card,
  EmptyState,
  List,
  ListRow,
  Loaded,
  Notice,
  nowInstant,
  Section,
  Stack,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { type KeptNotice, noticeDrafts } from './local-drafts'
import { NoticeForm } from './NoticeForm'
import { blankNotice, type NoticeDraft, noticeFromServer, noticeFromTemplate } from './notice-draft'
import { noticeOf } from './resources'

/** A notice being written: one begun on this device, a saved draft to be changed, or a new one. */
export function WritePage() {
  return <Gate>{(me) => <Write me={me} />}</Gate>
}

function Write({ me }: { readonly me: Official }) {
  const asked = fromAddress(useRouter().params.id)
  // Read once: what is written afterwards must not open something else.
  const [begun, setBegun] = useState(() => noticeDrafts.kept(asked, me.id))
  const start = (draft: NoticeDraft) => {
    const kept: KeptNotice = { id: mintNoticeId(), by: me.id, draft }
    noticeDrafts.keep(kept)
    rememberInAddress('id', kept.id)
    setBegun(kept)
  }
  return (
    <OfficialScreen me={me} title="写通知" current={pages.channels} back={pages.notices}>
      {!may(me, 'notice.write') ? (
        <EmptyState
          icon="shield"
          title="您的岗位不能发通知"
          detail="需要发通知的话，请联系本单位负责编排服务的同事。"
        />
      ) : begun !== undefined ? (
        <NoticeForm key={begun.id} me={me} id={begun.id} initial={begun.draft} />
      ) : asked === '' ? (
        <Start me={me} onStart={start} onGoOn={setBegun} />
      ) : (
        <FromServer me={me} id={asked} />
      )}
    </OfficialScreen>
  )
}

function Start({
  me,
  onStart,
  onGoOn,
}: {
  readonly me: Official
  readonly onStart: (draft: NoticeDraft) => void
  readonly onGoOn: (kept: KeptNotice) => void
}) {
  const begun = noticeDrafts.useDrafts(me.id)
  return (
    <Stack gap={6} className="g-column">
      {begun.length === 0 ? null : (
        <Section title="接着写">
          <Card flush>
            <List label="没写完的通知">
              {begun.map((kept, at) => (
                <ListRow
                  key={kept.id}
                  icon="edit"
                  line={at > 0}
                  title={kept.draft.title || '还没有标题'}
                  detail="保存在这台设备上"
                  onPress={() => onGoOn(kept)}
                />
              ))}
            </List>
          </Card>
        </Section>
      )}
      <Section title="从模板开始">
        <Card flush>
          <List label="通知模板">
            {noticeTemplates.map((template, at) => (
              <ListRow
                key={template.id}
                icon="document"
                line={at > 0}
                title={template.name}
                detail={template.content.title}
                onPress={() => onStart(noticeFromTemplate(template, nowInstant()))}
              />
            ))}
          </List>
        </Card>
      </Section>
      <Box>
        <Button full variant="quiet" icon="plus" onPress={() => onStart(blankNotice(nowInstant()))}>
          自己写
        </Button>
      </Box>
    </Stack>
  )
}

/** A draft there is, to be changed. */
function FromServer({ me, id }: { readonly me: Official; readonly id: string }) {
  const loaded = useResource(noticeOf, id)
  return (
    <Loaded of={loaded}>
      {(notice) =>
        notice.actions.includes('revise') ? (
          <NoticeForm key={id} me={me} id={id} initial={noticeFromServer(notice)} />
        ) : (
          <Notice title="这条通知已经发出">要改的话，请在通知页里点“更正”。</Notice>
        )
      }
    </Loaded>
  )
}
