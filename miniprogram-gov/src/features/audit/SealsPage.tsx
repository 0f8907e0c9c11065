import { Button, Card, EmptyState, formatExact, goTo, Row, Section, Stack, Tag, Text, usePaged } from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { dayWords } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PagedTable } from '../frame/PagedTable'
import { PickDirectorySheet } from '../permissions/PickDirectorySheet'
import type { Official } from '../session/official'
import { AuditGate } from './AuditGate'
import { SealSheet } from './SealSheet'
import { type Seal, shortDigest, verdictOf } from './verification'
import { useVerifications } from './verifications'

export function SealsPage() {
  return <AuditGate title="审计">{(me) => <Seals me={me} />}</AuditGate>
}

/** The sealed days of the audit, newest first, and the way to what one official did. */
function Seals({ me }: { readonly me: Official }) {
  const [open, setOpen] = useState<Seal>()
  const [picking, setPicking] = useState(false)
  const paged = usePaged<Seal>(
    useCallback(
      (cursor: string | undefined) => api.permissions.auditSeals({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  return (
    <OfficialScreen
      me={me}
      title="审计"
      current={pages.home}
      back={pages.home}
      actions={
        <Button icon="search" onPress={() => setPicking(true)}>
          查一个人
        </Button>
      }
    >
      <Text tone="quiet" className="g-prose">
        工作人员每次更改权限、被拒绝、看敏感信息，都会记下来。每一天的记录在第二天 0:30
        以后封存，一天接着一天。封存以后有没有被改动过，重新核对就知道。
      </Text>
      <Section title="封存的日子">
        <PagedTable
          paged={paged}
          label="封存的日子"
          keyOf={({ day }) => day}
          onOpen={setOpen}
          card={(seal) => <SealCard seal={seal} me={me} onOpen={() => setOpen(seal)} />}
          columns={[
            { key: 'day', head: '日子', narrow: true, cell: ({ day }) => dayWords(day) },
            { key: 'count', head: '记录', narrow: true, numeric: true, cell: ({ count }) => `${count} 条` },
            {
              key: 'digest',
              head: '当天摘要',
              cell: ({ count, digest }) => (count === 0 ? '当天没有记录' : <Digest of={digest} />),
            },
            { key: 'chain', head: '接上前一天', cell: ({ chain }) => <Digest of={chain} /> },
            { key: 'at', head: '封存时间', narrow: true, cell: ({ sealedAt }) => formatExact(sealedAt) },
            { key: 'verdict', head: '核对', narrow: true, cell: ({ day }) => <VerdictTag me={me} day={day} /> },
          ]}
          empty={
            <Card>
              <EmptyState
                icon="shield"
                title="还没有封存的日子"
                detail="第一天的记录会在第二天 0:30 以后封存，封存后显示在这里。"
              />
            </Card>
          }
        />
      </Section>
      {open === undefined ? null : (
        <SealSheet key={open.day} seal={open} officialId={me.id} onClose={() => setOpen(undefined)} />
      )}
      {picking ? (
        <PickDirectorySheet
          of="people"
          title="查谁的记录"
          onPick={({ id }) => {
            setPicking(false)
            goTo(pages.auditOfOfficial, { id })
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </OfficialScreen>
  )
}

function Digest({ of }: { readonly of: string }) {
  return (
    <Text inline className="g-verbatim__words">
      {shortDigest(of)}
    </Text>
  )
}

/** What this person found when they verified the day; the way to do it where they did not. */
function VerdictTag({ me, day }: { readonly me: Official; readonly day: string }) {
  const known = useVerifications(me.id)(day)
  if (known === undefined)
    return (
      <Text inline tone="quiet">
        未核对
      </Text>
    )
  const { tone, short } = verdictOf(known.last ?? { id: '', state: 'waiting', message: '' }, dayWords(day))
  return <Tag tone={tone}>{short}</Tag>
}

function SealCard({ seal, me, onOpen }: { readonly seal: Seal; readonly me: Official; readonly onOpen: () => void }) {
  const { day, count, digest, chain } = seal
  return (
    <Card onPress={onOpen}>
      <Stack gap={1}>
        <Row between gap={3}>
          <Text strong>{dayWords(day)}</Text>
          <VerdictTag me={me} day={day} />
        </Row>
        <Text numeric>{count === 0 ? '当天没有记录' : `${count} 条记录`}</Text>
        <Text size="small" tone="quiet" className="g-verbatim__words">
          {count === 0
            ? `接上前一天 ${shortDigest(chain)}`
            : `当天摘要 ${shortDigest(digest)}，接上前一天 ${shortDigest(chain)}`}
        </Text>
      </Stack>
    </Card>
  )
}
