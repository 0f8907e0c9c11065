import { useRouter } from '@tarojs/taro'
import type { GrantReply } from '@zmht/shared/contract'
import { actions } from '@zmht/shared/permission'
import {
  Box,
  Button,
  EmptyState,
  goTo,
  List,
  Section,
  SegmentedControl,
  Select,
  Stack,
  Text,
  usePaged,
  useResource,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PagedTable } from '../frame/PagedTable'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { GrantCard, openGrant } from './GrantCard'
import { GrantTags } from './GrantTags'
import { proposedGrants } from './resources'
import { UnsavedDrafts } from './UnsavedDrafts'
import { useSaid } from './useSaid'
import { actionOptions, roleOptions, stateNames } from './words'

export function GrantsPage() {
  return <Gate>{(me) => <Grants me={me} />}</Gate>
}

const states = ['in-force', 'proposed', 'withdrawn'] as const
const emptyWords: Readonly<Record<GrantReply['state'], string>> = {
  'in-force': '没有符合筛选的规则在生效。换一个操作或角色，或者新建一条。',
  proposed: '涉及“谁能改权限”的规则，保存后会在这里等另一位权限管理员确认。',
  withdrawn: '撤回的规则会留在这里，随时可以查。',
}

function Grants({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const [state, setState] = useState(states.find((one) => one === params.state) ?? 'in-force')
  const [action, setAction] = useState(actions.find((one) => one === fromAddress(params.action)))
  const [role, setRole] = useState(roleOptions.find(({ value }) => value === fromAddress(params.role))?.value)
  const [count, setCount] = useState<number>()
  const say = useSaid()
  const paged = usePaged<GrantReply>(
    useCallback(
      async (cursor: string | undefined) => {
        const reply = await api.permissions.grants({
          query: {
            state,
            ...(action === undefined ? {} : { action }),
            ...(role === undefined ? {} : { role }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        })
        if (cursor === undefined) setCount(reply.count)
        return reply
      },
      [state, action, role],
    ),
  )
  const create = may(me, 'permission.write') ? (
    <Button icon="plus" onPress={() => goTo(pages.grantDraft)}>
      新建规则
    </Button>
  ) : undefined
  return (
    <OfficialScreen me={me} title="权限规则" current={pages.home} back={pages.look} actions={create}>
      <UnsavedDrafts me={me} />
      {state === 'proposed' ? null : <Waiting />}
      <SegmentedControl
        label="规则的状态"
        value={state}
        segments={states.map((value) => ({ value, label: value === 'proposed' ? '待确认' : stateNames[value] }))}
        onChange={(chosen) => {
          setState(chosen)
          rememberInAddress('state', chosen)
        }}
      />
      <Box className="g-ask" role="group" label="筛选">
        <Select
          label="操作"
          placeholder="全部"
          options={actionOptions}
          value={action}
          onChange={(chosen) => {
            setAction(chosen)
            rememberInAddress('action', chosen ?? '')
          }}
        />
        <Select
          label="角色"
          placeholder="全部"
          options={roleOptions}
          value={role}
          onChange={(chosen) => {
            setRole(chosen)
            rememberInAddress('role', chosen ?? '')
          }}
        />
      </Box>
      <Box live="polite">
        <Text size="small" tone="quiet" numeric>
          {paged.first || count === undefined
            ? '正在查…'
            : `${stateNames[state]}的规则 ${count} 条${role === undefined ? '' : `，给“${nameOf(role)}”的`}`}
        </Text>
      </Box>
      <PagedTable
        paged={paged}
        label={`${stateNames[state]}的规则`}
        keyOf={(one) => one.id}
        onOpen={openGrant}
        card={(one) => <GrantCard grant={one} />}
        columns={[
          {
            key: 'name',
            head: '规则',
            cell: (one) => <Box className="g-cell g-cell--name">{one.content.name}</Box>,
          },
          { key: 'says', head: '谁可以做什么', cell: (one) => <Box className="g-cell">{say(one)}</Box> },
          { key: 'state', head: '标记', narrow: true, cell: (one) => <GrantTags grant={one} /> },
        ]}
        empty={<EmptyState icon="shield" title={`没有${stateNames[state]}的规则`} detail={emptyWords[state]} />}
      />
    </OfficialScreen>
  )
}

const nameOf = (role: string) => roleOptions.find(({ value }) => value === role)?.label ?? role

/** What waits for a second person stands on top of whatever is looked at. */
function Waiting() {
  const { data } = useResource(proposedGrants, 'all')
  if (data === undefined || data.length === 0) return null
  return (
    <Section title={`等待第二人确认（${data.length}）`}>
      <Stack gap={3}>
        <List gap label="等待第二人确认的规则">
          {data.map((one) => (
            <GrantCard key={one.id} grant={one} />
          ))}
        </List>
      </Stack>
    </Section>
  )
}
