import { type HookEvent, hookEvents, mintHookId } from '@zmht/shared/contract'
import { type PlaceId, shortName } from '@zmht/shared/geo'
import { CheckboxList, ConfirmSheet, RemovableTag, Row, Stack, Text, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { PlaceField } from '../permissions/PlaceField'
import type { Told } from './ToldOnce'
import { eventNames } from './words'

interface Chosen {
  readonly id: PlaceId
  readonly name: string
}

const begun = { url: '', events: ['request.closed'] as readonly HookEvent[], places: [] as readonly Chosen[] }

/** A new subscription of a system. What was typed stays when the sheet is closed; sent twice it is one. */
export function NewHook({
  client,
  open,
  onDone,
  onClose,
}: {
  readonly client: { readonly id: string; readonly name: string }
  readonly open: boolean
  readonly onDone: (told: Told | undefined) => Promise<void>
  readonly onClose: () => void
}) {
  const [id, setId] = useState(mintHookId)
  const [hook, setHook] = useState(begun)
  const [tried, setTried] = useState(false)
  const missing = hook.url.trim() === '' ? '请填写接收地址' : undefined
  const noEvent = hook.events.length === 0 ? '请至少选一种' : undefined
  const save = async () => {
    setTried(true)
    if (missing !== undefined || noEvent !== undefined) return
    const places = hook.places.map((place) => place.id)
    const made = await api.channels.keepHook({
      params: { clientId: client.id, hookId: id },
      body: { url: hook.url.trim(), events: [...hook.events], ...(places.length === 0 ? {} : { places }) },
    })
    setId(mintHookId())
    setHook(begun)
    setTried(false)
    await onDone(
      made.secret === undefined
        ? undefined
        : {
            title: `“${client.name}”验签用的密钥`,
            label: '密钥（whsec）',
            value: made.secret,
            next: '对方用它核对每一条推送是不是我们发的，格式按 Standard Webhooks。推送从现在起就开始了。',
          },
    )
  }
  return (
    <ConfirmSheet
      open={open}
      title="新建推送"
      consequence={`诉求有动静时，我们通知“${client.name}”。推送里只有编号、进度、哪一类、哪个社区，没有姓名、电话、门牌，也没有居民写的话。它自己送进来的诉求，还会告诉它在哪个地方、谁在办、答复了什么。`}
      confirm="新建，取得密钥"
      onClose={onClose}
      onConfirm={save}
    >
      <Stack gap={4}>
        <TextInput
          label="接收地址"
          hint="对方的工程师给的，以 https:// 开头"
          value={hook.url}
          onChange={(url) => setHook((before) => ({ ...before, url }))}
          maxLength={500}
          error={tried ? missing : undefined}
        />
        <CheckboxList
          label="什么时候通知"
          options={hookEvents.map((value) => ({ value, label: eventNames[value] }))}
          values={hook.events}
          onChange={(events) => setHook((before) => ({ ...before, events }))}
          error={tried ? noEvent : undefined}
        />
        <PlaceField
          label="只通知这些地方的（选填）"
          hint="不选就是这个系统接入的全部地方"
          value={undefined}
          onChange={({ id: place, name, level }) =>
            setHook((before) => ({
              ...before,
              places: [
                ...before.places.filter((one) => one.id !== place),
                { id: place, name: shortName({ name, level }) },
              ],
            }))
          }
        />
        {hook.places.length === 0 ? null : (
          <Stack gap={1}>
            <Text size="small" tone="quiet">
              {`已选 ${hook.places.length} 个地方`}
            </Text>
            <Row gap={2} wrap>
              {hook.places.map((place) => (
                <RemovableTag
                  key={place.id}
                  onRemove={() =>
                    setHook((before) => ({ ...before, places: before.places.filter(({ id }) => id !== place.id) }))
                  }
                >
                  {place.name}
                </RemovableTag>
              ))}
            </Row>
          </Stack>
        )}
      </Stack>
    </ConfirmSheet>
  )
}
