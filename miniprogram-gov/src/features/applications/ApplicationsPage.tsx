import type { ApplicationCardReply } from '@zmht/shared/contract'
import { mintApplicationId } from '@zmht/shared/contract'
import { isHalfOpen } from '@zmht/shared/rules'
import { type ApplicationTemplate, applicationTemplates } from '@zmht/shared/templates'
import {
  Box,
  Card,
  EmptyState,
  formatWhen,
  goTo,
  Icon,
  List,
  ListRow,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  useNow,
  usePaged,
  useResource,
} from '@zmht/shared/ui'
import { useCallback } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PagedTable } from '../frame/PagedTable'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { applicationDrafts } from './local-drafts'
import { failedRunsOf } from './resources'
import { TemplatePicture } from './TemplatePicture'
import { applicationStateNames, stateTones } from './words'

export function ApplicationsPage() {
  return <Gate>{(me) => <Applications me={me} />}</Gate>
}

/** What my organisations run, and below it what others worked out already. */
function Applications({ me }: { readonly me: Official }) {
  const writes = may(me, 'application.write')
  return (
    <OfficialScreen me={me} title="应用" current={pages.applications} back={pages.home}>
      <Stack gap={6}>
        {writes ? <Begun by={me.id} /> : null}
        <Own writes={writes} />
        {writes ? (
          <>
            <Gallery />
            <OtherWays />
          </>
        ) : null}
      </Stack>
    </OfficialScreen>
  )
}

/** What was begun on this device and is not saved yet: whoever went to make a part finds the way back. */
function Begun({ by }: { readonly by: string }) {
  const drafts = applicationDrafts.useDrafts(by)
  if (drafts.length === 0) return null
  return (
    <Section title="写了一半的">
      <Card flush>
        <List label="写了一半的应用">
          {drafts.map(({ id, edition, content: { title, parts } }) => (
            <ListRow
              key={id}
              title={title.trim() === '' ? '还没有起名的应用' : title}
              detail={`${parts.length} 个部分，只在这台设备上，还没有保存`}
              end={<Tag tone="amber">接着做</Tag>}
              onPress={() => goTo(pages.editApplication, edition === 0 ? { id, fresh: '1' } : { id })}
            />
          ))}
        </List>
      </Card>
    </Section>
  )
}

const partsWords = ({ parts }: ApplicationCardReply): string => (parts === undefined ? '' : `${parts} 个部分`)

function Tags({ one }: { readonly one: ApplicationCardReply }) {
  return (
    <Row gap={2} wrap>
      {one.state === 'open' || isHalfOpen(one.state) ? <FailedTag id={one.id} /> : null}
      <Tag tone={stateTones[one.state]}>{applicationStateNames[one.state]}</Tag>
    </Row>
  )
}

/** What waits to be tried again; nothing while it is not known, or nothing does. */
function FailedTag({ id }: { readonly id: string }) {
  const { data } = useResource(failedRunsOf, id)
  const many = data?.items.length ?? 0
  return many === 0 ? null : <Tag tone="amber">{`${many}${data?.next === undefined ? '' : '+'} 次联动没办成`}</Tag>
}

function Own({ writes }: { readonly writes: boolean }) {
  const now = useNow()
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => api.applications.applications({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  const open = (one: ApplicationCardReply) => goTo(pages.application, { id: one.id })
  const when = (one: ApplicationCardReply) => `${formatWhen(one.updatedAt, now)}更新`
  // Whoever has none yet comes for the gallery: that it is empty needs no more than a line.
  if (!paged.first && paged.error === undefined && paged.items.length === 0 && writes)
    return <Text tone="quiet">本单位还没有应用。从下面选一个模板，两分钟就能开通。</Text>
  return (
    <Section title="本单位的应用">
      <PagedTable
        paged={paged}
        label="本单位的应用"
        keyOf={(one) => one.id}
        onOpen={open}
        card={(one) => (
          <Card onPress={() => open(one)}>
            <Stack gap={1}>
              <Row between top gap={3}>
                <Text size="large" strong>
                  {one.title}
                </Text>
                <Tags one={one} />
              </Row>
              <Text tone="quiet">{one.summary}</Text>
              <Text size="small" tone="quiet" numeric>
                {[partsWords(one), one.organisation.name, when(one)].filter((words) => words !== '').join(' · ')}
              </Text>
            </Stack>
          </Card>
        )}
        columns={[
          { key: 'title', head: '应用', narrow: true, cell: (one) => one.title },
          { key: 'summary', head: '说明', cell: (one) => one.summary },
          { key: 'parts', head: '组成', narrow: true, cell: partsWords },
          { key: 'organisation', head: '单位', narrow: true, cell: (one) => one.organisation.name },
          { key: 'state', head: '状态', narrow: true, cell: (one) => <Tags one={one} /> },
          { key: 'updated', head: '更新', numeric: true, narrow: true, cell: (one) => formatWhen(one.updatedAt, now) },
        ]}
        empty={<EmptyState icon="services" title="还没有应用" detail="本单位负责搭建的同事开通以后，会出现在这里。" />}
      />
    </Section>
  )
}

function Gallery() {
  return (
    <Section title="从模板开始">
      <Box as="ul" role="list" label="应用模板" className="g-gallery">
        {applicationTemplates.map((template) => (
          <Box as="li" key={template.id}>
            <TemplateCard template={template} />
          </Box>
        ))}
      </Box>
    </Section>
  )
}

function TemplateCard({ template: { id, who, content } }: { readonly template: ApplicationTemplate }) {
  return (
    <Card onPress={() => goTo(pages.setUpApplication, { template: id })}>
      <Stack gap={3}>
        <TemplatePicture of={id} />
        <Stack gap={1}>
          <Text size="large" strong>
            {content.title}
          </Text>
          <Text tone="quiet">{content.summary}</Text>
        </Stack>
        <Row gap={2} wrap>
          <Tag>{`给${who}用`}</Tag>
          <Tag>{`${content.parts.length} 个部分`}</Tag>
        </Row>
      </Stack>
    </Card>
  )
}

/** The other three ways: somebody else's file, what is there already, from nothing. */
function OtherWays() {
  const ways = [
    {
      icon: 'document',
      title: '从文件安装',
      detail: '别的社区导出的应用文件，选进来看看带了什么，再换成这里的地点和单位。',
      onPress: () => goTo(pages.installApplication),
    },
    {
      icon: 'copy',
      title: '从现有的组成',
      detail: '把本单位在用的服务、台账、任务、通知合成一个应用，别的社区也能用。',
      onPress: () => goTo(pages.gatherApplication),
    },
    {
      icon: 'plus',
      title: '空白应用',
      detail: '自己一样一样放进来，再写清什么时候自动做什么。',
      onPress: () => goTo(pages.editApplication, { id: mintApplicationId(), fresh: '1' }),
    },
  ] as const
  return (
    <Section title="其他办法">
      <Box as="ul" role="list" label="其他办法" className="g-gallery">
        {ways.map(({ icon, title, detail, onPress }) => (
          <Box as="li" key={title}>
            <Card onPress={onPress}>
              <Stack gap={2}>
                <Row gap={2}>
                  <Icon name={icon} />
                  <Text size="large" strong>
                    {title}
                  </Text>
                </Row>
                <Text tone="quiet">{detail}</Text>
              </Stack>
            </Card>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
