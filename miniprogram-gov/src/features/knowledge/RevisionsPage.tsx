import { useRouter } from '@tarojs/taro'
import type { ProposalCardReply } from '@zmht/shared/contract'
import { type ProposalState, proposalStateNames, proposalStates } from '@zmht/shared/rules'
import { Button, EmptyState, formatWhen, goTo, SegmentedControl, useNow, usePaged } from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { rememberInAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PagedTable } from '../frame/PagedTable'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { RevisionCard } from './RevisionCard'
import { ToPublish } from './ToPublish'
import { UnsentDrafts } from './UnsentDrafts'

export function RevisionsPage() {
  return <Gate>{(me) => <Revisions me={me} />}</Gate>
}

/** In the order people look at them. */
const tabs: readonly ProposalState[] = ['proposed', 'accepted', 'published', 'declined']

const emptyWords: Readonly<Record<ProposalState, string>> = {
  proposed: '有人提议修订后，会出现在这里等待审核。',
  accepted: '采纳了的修订会出现在这里等待发布。',
  published: '发布了的修订会留在这里，随时可以查。',
  declined: '没有采纳的修订会留在这里，提议人可以修改后再提。',
}

function Revisions({ me }: { readonly me: Official }) {
  const now = useNow()
  const asked = useRouter().params.state
  const [state, setState] = useState(proposalStates.find((one) => one === asked) ?? 'proposed')
  const paged = usePaged<ProposalCardReply>(
    useCallback(
      (cursor: string | undefined) =>
        api.knowledge.proposals({ query: { state, ...(cursor === undefined ? {} : { cursor }) } }),
      [state],
    ),
  )
  const open = (one: ProposalCardReply) => goTo(pages.revision, { id: one.id })
  const propose = may(me, 'knowledge.propose') ? (
    <Button icon="plus" onPress={() => goTo(pages.propose, { fresh: '1' })}>
      提议修订
    </Button>
  ) : undefined
  return (
    <OfficialScreen me={me} title="修订" current={pages.home} back={pages.knowledge} actions={propose}>
      <UnsentDrafts me={me} />
      <SegmentedControl
        label="修订的状态"
        value={state}
        segments={tabs.map((one) => ({ value: one, label: proposalStateNames[one] }))}
        onChange={(chosen) => {
          setState(chosen)
          rememberInAddress('state', chosen)
        }}
      />
      {state === 'accepted' && may(me, 'knowledge.publish') ? (
        <ToPublish paged={paged} onOpen={open} />
      ) : (
        <PagedTable
          paged={paged}
          label={`${proposalStateNames[state]}的修订`}
          keyOf={(one) => one.id}
          onOpen={open}
          card={(one) => <RevisionCard revision={one} onPress={() => open(one)} />}
          columns={[
            { key: 'title', head: '修订', cell: (one) => one.title },
            { key: 'changes', head: '改动', numeric: true, narrow: true, cell: (one) => `${one.changes} 处` },
            { key: 'by', head: '提议人', narrow: true, cell: (one) => one.by.name },
            { key: 'organisation', head: '单位', narrow: true, cell: (one) => one.by.organisation },
            { key: 'at', head: '提出', narrow: true, cell: (one) => formatWhen(one.at, now) },
          ]}
          empty={
            <EmptyState
              icon="task"
              title={`没有${proposalStateNames[state]}的修订`}
              detail={emptyWords[state]}
              {...(propose === undefined ? {} : { action: propose })}
            />
          }
        />
      )}
    </OfficialScreen>
  )
}
