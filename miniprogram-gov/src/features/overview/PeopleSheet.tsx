import type { ResponsibleReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { Button, EmptyState, Loaded, Row, Sheet, Stack, Tag, Text, toast, useResource } from '@zmht/shared/ui'
import { type ReactNode, useRef, useState } from 'react'
import { api } from '@/lib/api'
import { call } from '@/lib/phone'
import { CallButton } from '../directory/CallButton'
import { useIntent } from '../requests/intent'
import { NoteSheet } from '../tasks/NoteSheet'
import { responsibleOf } from './resources'

/** What somebody is called about: a place, or one case of it. */
export interface About {
  readonly title: string
  readonly place: string
  readonly request?: string
  readonly item?: string
}

type Person = ResponsibleReply['people'][number]

/** Who is responsible, each one tap away from being rung up or sent a word. */
export function PeopleSheet({
  about,
  above,
  more,
  onClose,
}: {
  readonly about: About
  /** What stands above the people: what the case is. */
  readonly above?: ReactNode
  /** Further things to do. */
  readonly more?: ReactNode
  readonly onClose: () => void
}) {
  const { place, request, item } = about
  const key =
    request !== undefined ? `${place}/request/${request}` : item !== undefined ? `${place}/item/${item}` : place
  const loaded = useResource(responsibleOf, key)
  const [to, setTo] = useState<Person>()
  if (to !== undefined) return <WordsSheet about={about} to={to} onClose={onClose} />
  return (
    <Sheet open title={about.title} onClose={onClose}>
      <Stack gap={4}>
        {above}
        <Loaded of={loaded}>
          {({ organisation, people }) => (
            <Stack gap={3}>
              {organisation === undefined ? null : (
                <Row between gap={3}>
                  <Text strong>{organisation.name}</Text>
                  {organisation.phone === undefined ? null : (
                    <Button variant="quiet" icon="phone" onPress={() => call(organisation.phone ?? '')}>
                      {organisation.phone}
                    </Button>
                  )}
                </Row>
              )}
              {people.length === 0 ? (
                <EmptyState
                  icon="phone"
                  title="今天没有人在岗"
                  detail="可以联系上一级单位，或在通讯录里查找这个单位的人员。"
                />
              ) : (
                people.map((one) => (
                  <Row key={one.id} between gap={3} wrap>
                    <Stack gap={1}>
                      <Row gap={2}>
                        <Text>{one.name}</Text>
                        {one.holds ? <Tag tone="accent">正在办</Tag> : null}
                      </Row>
                      {one.title === undefined ? null : (
                        <Text size="small" tone="quiet">
                          {one.title}
                        </Text>
                      )}
                    </Stack>
                    <Row gap={2}>
                      <Button variant="text" icon="message" label={`给${one.name}发消息`} onPress={() => setTo(one)}>
                        发消息
                      </Button>
                      <CallButton name={one.name} phone={one.phone} />
                    </Row>
                  </Row>
                ))
              )}
              {more}
            </Stack>
          )}
        </Loaded>
      </Stack>
    </Sheet>
  )
}

/** A word to one of them: they find it on their first page, and by WeChat where they asked for messages. */
function WordsSheet({
  about,
  to,
  onClose,
}: {
  readonly about: About
  readonly to: Person
  readonly onClose: () => void
}) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const text = useRef('')
  const send = useIntent(async (key) => {
    const { title, place, request, item } = about
    if (!isPlaceId(place)) return
    await api.overview.sendWords({
      params: { key },
      body: {
        to: to.id,
        text: text.current,
        about: {
          title: title.slice(0, 60),
          place,
          ...(request === undefined ? {} : { request }),
          ...(item === undefined ? {} : { item }),
        },
      },
    })
  })
  const go = async (note: string) => {
    text.current = note
    setBusy(true)
    setError(undefined)
    try {
      await send()
      toast(`已发给${to.name}，对方的首页会一直提示`)
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <NoteSheet
      open
      title={`给${to.name}发消息`}
      consequence={`关于“${about.title}”。对方会在首页看到，直到点“知道了”。`}
      label="想说的话"
      hint="例如：居民等了三天，请今天联系他"
      missing="请写明要对方做什么"
      confirm="发出"
      busy={busy}
      error={error}
      onClose={onClose}
      onSend={go}
    />
  )
}
