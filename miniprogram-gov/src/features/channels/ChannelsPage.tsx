import { useRouter } from '@tarojs/taro'
import type { ChannelCardReply } from '@zmht/shared/contract'
import { serviceCategories } from '@zmht/shared/rules'
import {
  Button,
  Card,
  EmptyState,
  formatWhen,
  goTo,
  Icon,
  type IconName,
  Row,
  SearchInput,
  Stack,
  Text,
  useNow,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useEffect, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PagedTable } from '../frame/PagedTable'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { ChannelStateTag } from './ChannelStateTag'

export function ChannelsPage() {
  return <Gate>{(me) => <Channels me={me} />}</Gate>
}

interface Beside {
  readonly page: string
  readonly icon: IconName
  readonly name: string
  readonly detail: string
}

/** What stands beside the services, for those who may go there. */
function besidesFor(me: Official): readonly Beside[] {
  const isOfCity = territoriesOf(me).some(({ level }) => level === 'city' || level === 'province')
  const of = (isFor: boolean, page: string, icon: IconName, name: string, detail: string): readonly Beside[] =>
    isFor ? [{ page, icon, name, detail }] : []
  return [
    ...of(may(me, 'notice.read'), pages.notices, 'message', '通知', '发通知，看谁读了'),
    ...of(may(me, 'notice.read'), pages.community, 'home', '掌上服务站', '社区动态、便民服务和电话'),
    ...of(isOfCity && may(me, 'statistics.read'), pages.corrections, 'undo', '改派记录', '哪些诉求转错过、改成了什么'),
    ...of(may(me, 'permission.write'), pages.systems, 'channel', '系统对接', '12345、随手拍和其他系统'),
  ]
}

function Channels({ me }: { readonly me: Official }) {
  const now = useNow()
  const [search, setSearch] = useState(fromAddress(useRouter().params.q))
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => api.channels.list({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  const wanted = search.trim()
  const shown =
    wanted === '' ? paged.items : paged.items.filter((one) => `${one.title} ${one.summary}`.includes(wanted))
  const searching = wanted !== '' && paged.more && !paged.loading && paged.error === undefined
  useEffect(() => {
    if (searching) paged.loadMore()
  }, [searching, paged.loadMore])
  const open = (one: ChannelCardReply) => goTo(pages.channel, { id: one.id })
  const create = may(me, 'channel.write') ? (
    <Button icon="plus" onPress={() => goTo(pages.newService)}>
      新建服务
    </Button>
  ) : undefined
  return (
    <OfficialScreen me={me} title="互通" current={pages.channels} actions={create}>
      {besidesFor(me).map(({ page, icon, name, detail }) => (
        <Card key={page} onPress={() => goTo(page)}>
          <Row between gap={3}>
            <Row gap={2}>
              <Icon name={icon} />
              <Text inline strong>
                {name}
              </Text>
            </Row>
            <Text inline tone="quiet">
              {detail}
            </Text>
          </Row>
        </Card>
      ))}
      <SearchInput
        label="按名称查找服务"
        value={search}
        onChange={(typed) => {
          setSearch(typed)
          rememberInAddress('q', typed.trim())
        }}
      />
      <PagedTable
        paged={paged}
        shown={shown}
        label="本单位的服务"
        keyOf={(one) => one.id}
        onOpen={open}
        card={(one) => (
          <Card onPress={() => open(one)}>
            <Stack gap={1}>
              <Row between top gap={3}>
                <Text size="large" strong>
                  {one.title}
                </Text>
                <ChannelStateTag state={one.state} />
              </Row>
              <Text tone="quiet">{one.summary}</Text>
              <Text size="small" tone="quiet" numeric>
                {`${serviceCategories[one.category]} · ${formatWhen(one.updatedAt, now)}更新`}
              </Text>
            </Stack>
          </Card>
        )}
        columns={[
          { key: 'title', head: '服务', narrow: true, cell: (one) => one.title },
          { key: 'summary', head: '说明', cell: (one) => one.summary },
          { key: 'category', head: '分类', narrow: true, cell: (one) => serviceCategories[one.category] },
          { key: 'state', head: '状态', narrow: true, cell: (one) => <ChannelStateTag state={one.state} /> },
          {
            key: 'updated',
            head: '更新',
            numeric: true,
            narrow: true,
            cell: (one) => formatWhen(one.updatedAt, now),
          },
        ]}
        empty={
          wanted === '' ? (
            <EmptyState
              icon="channel"
              title="还没有服务"
              detail="新建一项服务，发布后选定地方的居民立即就能看到。"
              {...(create === undefined ? {} : { action: create })}
            />
          ) : (
            <EmptyState icon="search" title="没有这个名称的服务" detail="换一个字试试。" />
          )
        }
      />
    </OfficialScreen>
  )
}
