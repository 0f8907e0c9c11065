import { useRouter } from '@tarojs/taro'
import { communityKinds } from '@zmht/shared/rules'
import { Button, EmptyState, Loaded, Notice, Row, Stack, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { EntryForm, refusedWords } from './EntryForm'
import { blankEntry, entryFromServer } from './entry-draft'
import { entryDrafts } from './local-drafts'
import { entryOf } from './resources'

export function EntryPage() {
  return <Gate>{(me) => <Entry me={me} />}</Gate>
}

function Entry({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const [place, id] = [fromAddress(params.place), fromAddress(params.id)]
  const kind = communityKinds.find((one) => one === params.kind) ?? 'news'
  // Read once: what is typed afterwards must not open something else.
  const [begun, setBegun] = useState(() => entryDrafts.kept(`${place}/${id}`, me.id))
  const [again, setAgain] = useState(0)
  const anew = () => {
    entryDrafts.forget(`${place}/${id}`)
    setBegun(undefined)
    setAgain((before) => before + 1)
  }
  return (
    <OfficialScreen me={me} title="掌上服务站" current={pages.channels} back={pages.community}>
      {!may(me, 'notice.write') ? (
        <EmptyState icon="shield" title="您的岗位不能改服务站" detail="要改的话，请联系本单位负责发通知的同事。" />
      ) : begun !== undefined ? (
        <Stack gap={4}>
          {begun.draft.edition === 0 ? null : (
            <Stack gap={2} className="g-column">
              <Notice title="接着上次没保存的">这些改动只在这台设备上，保存以后居民才看得到。</Notice>
              <Row>
                <Button variant="text" onPress={anew}>
                  不要了，重新打开
                </Button>
              </Row>
            </Stack>
          )}
          <EntryForm key={begun.id} me={me} place={place} id={id} initial={begun.draft} />
        </Stack>
      ) : params.fresh === '1' ? (
        <EntryForm key={again} me={me} place={place} id={id} initial={blankEntry(kind, fromAddress(params.name))} />
      ) : (
        <FromServer key={again} me={me} place={place} id={id} />
      )}
    </OfficialScreen>
  )
}

function FromServer({ me, place, id }: { readonly me: Official; readonly place: string; readonly id: string }) {
  const loaded = useResource(entryOf, `${place}/${id}`)
  return (
    <Loaded of={loaded}>
      {(entry) => (
        <Stack gap={4}>
          {entry.state === 'refused' ? <Notice tone="danger">{refusedWords}</Notice> : null}
          <EntryForm key={entry.edition} me={me} place={place} id={id} initial={entryFromServer(entry)} />
        </Stack>
      )}
    </Loaded>
  )
}
