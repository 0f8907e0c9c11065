import type { Control, Form, Subject } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { channelTemplates } from '@zmht/shared/templates'
import {
  Box,
  Button,
  EmptyState,
  List,
  ListRow,
  Loaded,
  MoreOfList,
  Notice,
  SearchInput,
  Section,
  Sheet,
  SkeletonList,
  Stack,
  Text,
  usePaged,
  useResource,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { channel } from '../channels/resources'
import { copyFields, countAsked } from './copy-fields'
import { FieldTicks } from './FieldTicks'

interface Source {
  readonly title: string
  readonly form: Form
}

export interface CopySheetProps {
  readonly knowledge: Knowledge
  readonly form: Form
  /** The service being put together is no source for itself. */
  readonly channelId: string
  readonly onAdd: (controls: readonly Control[], subjects: readonly Subject[]) => void
  readonly onClose: () => void
}

/** Fields of a template or of another service, taken over: first from where, then which. */
export function CopySheet(props: CopySheetProps) {
  const [template, setTemplate] = useState<Source>()
  const [service, setService] = useState<string>()
  if (template) return <ChooseFields {...props} source={template} onBack={() => setTemplate(undefined)} />
  if (service !== undefined) return <FromService {...props} id={service} onBack={() => setService(undefined)} />
  return (
    <Sheet open wide title="从模板或别的服务复制" onClose={props.onClose}>
      <ChooseSource except={props.channelId} onTemplate={setTemplate} onService={setService} />
    </Sheet>
  )
}

function ChooseSource({
  except,
  onTemplate,
  onService,
}: {
  readonly except: string
  readonly onTemplate: (source: Source) => void
  readonly onService: (id: string) => void
}) {
  const [words, setWords] = useState('')
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => api.channels.list({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  const fits = (title: string) => title.includes(words.trim())
  const templates = channelTemplates.filter(({ title }) => fits(title))
  const services = paged.items.filter(({ id, title }) => id !== except && fits(title))
  return (
    <Stack gap={4}>
      <SearchInput label="按名称查找" value={words} onChange={setWords} />
      {templates.length > 0 ? (
        <Section title="模板">
          <List label="模板">
            {templates.map((one, at) => (
              <ListRow
                key={one.id}
                line={at > 0}
                title={one.title}
                detail={`${countAsked(one.form.controls)} 项`}
                onPress={() => onTemplate(one)}
              />
            ))}
          </List>
        </Section>
      ) : null}
      <Section title="本单位的服务">
        {services.length > 0 ? (
          <>
            <List label="本单位的服务">
              {services.map((one, at) => (
                <ListRow
                  key={one.id}
                  line={at > 0}
                  title={one.title}
                  detail={one.summary}
                  onPress={() => onService(one.id)}
                />
              ))}
            </List>
            <MoreOfList paged={paged} />
          </>
        ) : paged.first ? (
          <SkeletonList />
        ) : (
          <Text tone="quiet">没有别的服务可以复制。</Text>
        )}
      </Section>
    </Stack>
  )
}

function FromService({ id, ...props }: CopySheetProps & { readonly id: string; readonly onBack: () => void }) {
  const loaded = useResource(channel, id)
  if (loaded.data !== undefined) return <ChooseFields {...props} source={loaded.data} />
  return (
    <Sheet open wide title="从别的服务复制" onClose={props.onClose}>
      <Loaded of={loaded}>{() => null}</Loaded>
    </Sheet>
  )
}

function ChooseFields({
  knowledge,
  form,
  source,
  onAdd,
  onBack,
  onClose,
}: CopySheetProps & { readonly source: Source; readonly onBack: () => void }) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const copied = copyFields(knowledge, form, source.form, ticked)
  const count = copied.controls.length
  return (
    <Sheet
      open
      wide
      title={`从“${source.title}”复制`}
      onClose={onClose}
      footer={
        <Box className="g-foot-buttons z-row z-gap-2">
          <Button variant="quiet" onPress={onBack}>
            换一个
          </Button>
          <Button disabled={count === 0} onPress={() => onAdd(copied.controls, copied.subjects)}>
            {count === 0 ? '请勾选' : `加入 ${count} 项`}
          </Button>
        </Box>
      }
    >
      <Stack gap={3}>
        {source.form.controls.length === 0 ? (
          <EmptyState icon="document" title="这项服务还没有内容" />
        ) : (
          <FieldTicks target={form} source={source.form} ticked={ticked} onChange={setTicked} />
        )}
        {copied.subjects.length > 0 ? (
          <Text size="small" tone="quiet">
            {`会一起加上：${copied.subjects.map(({ name }) => `“${name}”`).join('、')}`}
          </Text>
        ) : null}
        {copied.dropped.length > 0 ? (
          <Notice tone="amber" title="有的规则带不过来">
            {`${copied.dropped.map((label) => `“${label}”`).join('、')}的规则看的是没有勾选的内容。一起勾选，规则就会保留。`}
          </Notice>
        ) : null}
      </Stack>
    </Sheet>
  )
}
