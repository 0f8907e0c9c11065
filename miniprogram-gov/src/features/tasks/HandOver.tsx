import type { ItemReply } from '@zmht/shared/contract'
import { itemTransitions } from '@zmht/shared/rules'
import {
  Button,
  createResource,
  EmptyState,
  List,
  ListRow,
  Loaded,
  ProblemNotice,
  SearchInput,
  Sheet,
  Stack,
  Text,
  TextArea,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { useIntentOf } from '../requests/intent'
import { itemOf } from './resources'

type Colleague = Awaited<ReturnType<typeof api.tasks.colleagues>>['items'][number]

/** To whom an item can be handed over. */
const colleaguesOf = createResource<readonly Colleague[]>(
  async (itemId) => (await api.tasks.colleagues({ params: { itemId } })).items,
)

/** With more than this many a search box helps. */
const surveyable = 8

/** 转给同事: one tap on the colleague, with a word if there is one to say. */
export function HandOver({ item }: { readonly item: ItemReply }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {itemTransitions.transfer.label}
      </Button>
      {open ? <HandOverSheet item={item} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function HandOverSheet({ item, onClose }: { readonly item: ItemReply; readonly onClose: () => void }) {
  const loaded = useResource(colleaguesOf, item.id)
  const [note, setNote] = useState('')
  const [search, setSearch] = useState('')
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<unknown>()
  const send = useIntentOf((asked: { readonly to: string; readonly note?: string }, key) =>
    api.tasks.handOver({ params: { itemId: item.id }, body: { key, ...asked } }),
  )
  const give = async ({ id, name }: Colleague) => {
    if (busy !== undefined) return
    const words = note.trim()
    setBusy(id)
    setError(undefined)
    try {
      itemOf.put(item.id, await send({ to: id, ...(words === '' ? {} : { note: words }) }))
      toast(`已转给${name}`)
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(undefined)
    }
  }
  return (
    <Sheet open title={itemTransitions.transfer.label} onClose={onClose}>
      <Stack gap={4}>
        <Text>{itemTransitions.transfer.consequence}</Text>
        <TextArea label="要交代的话" optional maxLength={200} value={note} onChange={setNote} />
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Loaded of={loaded}>
          {(all) => {
            const words = search.trim()
            const found = all.filter(({ name }) => name.includes(words))
            if (all.length === 0)
              return (
                <EmptyState
                  icon="person"
                  title="没有可以转给的同事"
                  detail="这里只有您在岗。办不了的话，可以说明原因退回。"
                />
              )
            return (
              <Stack gap={3}>
                {all.length > surveyable ? <SearchInput label="找同事" value={search} onChange={setSearch} /> : null}
                {found.length === 0 ? (
                  <Text tone="quiet">{`没有叫“${words}”的同事`}</Text>
                ) : (
                  <List label="转给谁">
                    {found.map((one, at) => (
                      <ListRow
                        key={one.id}
                        line={at > 0}
                        icon="person"
                        title={one.name}
                        label={`转给${one.name}`}
                        end={busy === one.id ? '正在转…' : undefined}
                        onPress={() => void give(one)}
                      />
                    ))}
                  </List>
                )}
              </Stack>
            )
          }}
        </Loaded>
      </Stack>
    </Sheet>
  )
}
