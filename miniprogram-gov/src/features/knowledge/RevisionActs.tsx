import { mintStepKey, type ProposalReply } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { Button, Card, ConfirmSheet, goTo, Notice, Stack, toast } from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { DeclineSheet } from './DeclineSheet'
import { PublishSheet } from './PublishSheet'
import { revisionOf } from './resources'
import { actsOn } from './rights'

/** What somebody may do with a revision now. */
export function RevisionActs({ me, revision }: { readonly me: Official; readonly revision: ProposalReply }) {
  const [asking, setAsking] = useState<'accept' | 'decline' | 'publish'>()
  const close = () => setAsking(undefined)
  const acts = actsOn(me, revision)
  /** Made once for a decision: sent again after no answer came, it is the same step. */
  const step = useRef(mintStepKey())
  const decide = async (accept: boolean, note?: string) => {
    try {
      const reply = await api.knowledge.review({
        params: { proposalId: revision.id },
        body: { key: step.current, accept, ...(note === undefined ? {} : { note }) },
      })
      step.current = mintStepKey()
      revisionOf.put(revision.id, reply)
    } catch (problem) {
      if (problem instanceof Problem && problem.kind === 'conflict') void revisionOf.refresh(revision.id)
      throw problem
    }
    close()
    toast(accept ? '已采纳，等待发布' : '没有采纳，提议人会看到理由')
  }
  if (acts.waitsForOthers) {
    return (
      <Stack gap={3}>
        <Notice title="等同事审核">自己提的修订要由别人审核。</Notice>
        <Rewrite id={revision.id} />
      </Stack>
    )
  }
  if (!acts.accept && !acts.decline && !acts.rewrite && !acts.publish) return null
  return (
    <Card>
      <Stack gap={2}>
        {acts.publish ? (
          <Button full icon="publish" onPress={() => setAsking('publish')}>
            发布
          </Button>
        ) : null}
        {acts.accept ? (
          <Button full icon="check" onPress={() => setAsking('accept')}>
            采纳
          </Button>
        ) : null}
        {acts.decline ? (
          <Button full variant="text-danger" onPress={() => setAsking('decline')}>
            不采纳
          </Button>
        ) : null}
        {acts.rewrite ? <Rewrite id={revision.id} /> : null}
      </Stack>
      <ConfirmSheet
        open={asking === 'accept'}
        title="采纳"
        consequence="采纳以后等待发布，发布前不影响任何应用。发布由有发布权限的同事办理。"
        confirm="采纳这份修订"
        onClose={close}
        onConfirm={() => decide(true)}
      />
      <DeclineSheet
        open={asking === 'decline'}
        revision={revision}
        onClose={close}
        onDecline={(note) => decide(false, note)}
      />
      {asking === 'publish' ? <PublishSheet ids={[revision.id]} onClose={close} /> : null}
    </Card>
  )
}

function Rewrite({ id }: { readonly id: string }) {
  return (
    <Button full variant="quiet" icon="edit" onPress={() => goTo(pages.propose, { id })}>
      修改
    </Button>
  )
}
