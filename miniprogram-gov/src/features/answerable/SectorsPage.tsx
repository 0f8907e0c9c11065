import { useRouter } from '@tarojs/taro'
import type { SupervisionReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Card,
  EmptyState,
  goOnTo,
  Loaded,
  ProblemNotice,
  Section,
  Stack,
  Text,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { type Column, Table } from '../frame/Table'
import { mayAt } from '../hierarchy/rights'
import { Breadcrumb } from '../home/RollUp'
import { placeOf } from '../home/resources'
import { Gate } from '../session/Gate'
import { type Official, territoriesOf } from '../session/official'
import { placeIdIn, supervisionAt } from './resources'
import { SectorSheet } from './SectorSheet'

type Rule = SupervisionReply['rules'][number]

/** 行业主管: which department supervises which sector at a place; every tier below follows unless it says otherwise. */
export function SectorsPage() {
  return <Gate>{(me) => <Sectors me={me} />}</Gate>
}

function Sectors({ me }: { readonly me: Official }) {
  const place = fromAddress(useRouter().params.place) || territoriesOf(me)[0]?.id
  return (
    <OfficialScreen me={me} title="行业主管" current={pages.people} back={pages.unanswered}>
      <Text tone="quiet">
        单位除了由所在的社区负责，还由行业主管部门负责。按行业指定一次，所有这个行业的单位都会归到它那里。
      </Text>
      {place === undefined ? (
        <EmptyState
          icon="place"
          title="您的岗位没有管理的地点"
          detail="行业主管按地点设置。如有疑问，请联系本单位的通讯录维护人员。"
        />
      ) : (
        <AtPlace me={me} place={place} />
      )}
    </OfficialScreen>
  )
}

function AtPlace({ me, place }: { readonly me: Official; readonly place: string }) {
  const loaded = useResource(supervisionAt, place)
  const where = useResource(placeOf, place)
  const [adding, setAdding] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const write = where.data !== undefined && mayAt(me, 'duty.write', where.data)
  const save = async (seen: SupervisionReply, rules: readonly Pick<Rule, 'attribute' | 'code' | 'organisation'>[]) => {
    setBusy(true)
    setError(undefined)
    try {
      const body = {
        rules: rules.map(({ attribute, code, organisation }) => ({ attribute, code, organisation: organisation.id })),
        edition: seen.edition,
      }
      supervisionAt.put(place, await api.ledgers.setSupervision({ params: { placeId: placeIdIn(place) }, body }))
      setAdding(false)
      toast('已保存，正在按新的设置核对所有单位')
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap={4}>
      <Breadcrumb path={where.data?.lineage ?? []} onPlace={({ id }) => goOnTo(pages.sectors, { place: id })} />
      {error === undefined || adding ? null : <ProblemNotice error={error} />}
      <Loaded of={loaded}>
        {(seen) => (
          <Stack gap={6}>
            <Section title={`${shortName(seen.place)}的设置`}>
              {seen.rules.length === 0 ? (
                <Card>
                  <EmptyState
                    icon="settings"
                    title="这里还没有指定行业主管"
                    detail={
                      seen.above.length > 0
                        ? '没有单独指定的，按上一级的设置。'
                        : '指定以后，单位的资料里会写明由谁主管。'
                    }
                  />
                </Card>
              ) : (
                <Rules
                  rules={seen.rules}
                  label={`${shortName(seen.place)}的设置`}
                  busy={busy}
                  onRemove={
                    write
                      ? (rule) =>
                          void save(
                            seen,
                            seen.rules.filter((one) => one !== rule),
                          )
                      : undefined
                  }
                />
              )}
              {write ? (
                <Box>
                  <Button variant="quiet" icon="plus" onPress={() => setAdding(true)}>
                    指定一个行业的主管部门
                  </Button>
                </Box>
              ) : null}
            </Section>
            {seen.above.map(({ place: above, rules }) => (
              <Section key={above.id} title={`${shortName(above)}的设置，这里也适用`}>
                <Rules rules={rules} label={`${shortName(above)}的设置`} busy={busy} />
              </Section>
            ))}
            {adding ? (
              <SectorSheet
                rules={seen.rules}
                busy={busy}
                error={error}
                onAdd={(rule) => void save(seen, [...seen.rules, rule])}
                onClose={() => {
                  setAdding(false)
                  setError(undefined)
                }}
              />
            ) : null}
          </Stack>
        )}
      </Loaded>
    </Stack>
  )
}

function Rules({
  rules,
  label,
  busy,
  onRemove,
}: {
  readonly rules: readonly Rule[]
  readonly label: string
  readonly busy: boolean
  readonly onRemove?: ((rule: Rule) => void) | undefined
}) {
  const columns: readonly Column<Rule>[] = [
    { key: 'sector', head: '行业', cell: ({ name }) => name },
    { key: 'label', head: '按什么分', narrow: true, cell: (rule) => rule.label },
    { key: 'who', head: '主管部门', cell: ({ organisation }) => organisation.name },
    ...(onRemove === undefined
      ? []
      : [
          {
            key: 'acts',
            head: '操作',
            narrow: true,
            cell: (rule: Rule) => (
              <Button variant="text" label={`取消指定：${rule.name}`} disabled={busy} onPress={() => onRemove(rule)}>
                取消指定
              </Button>
            ),
          },
        ]),
  ]
  return <Table label={label} columns={columns} rows={rules} keyOf={({ attribute, code }) => `${attribute} ${code}`} />
}
