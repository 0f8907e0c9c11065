import type { GrantReply } from '@zmht/shared/contract'
import { Button, Card, goTo, Notice, Section, Stack, Text, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { ChangesPanel } from './ChangesPanel'
import { ReasonSheet } from './ReasonSheet'
import { grantOf, proposedGrants } from './resources'
import { actsOn } from './rights'
import { usePreview } from './usePreview'
import { WithdrawSheet } from './WithdrawSheet'

/** What may be done with a rule by whoever looks at it. */
export function GrantActs({ me, grant }: { readonly me: Official; readonly grant: GrantReply }) {
  const acts = actsOn(me, grant)
  const [asking, setAsking] = useState<'withdraw' | 'approve' | 'decline'>()
  const close = () => setAsking(undefined)
  const { id, edition, content, by, reason } = grant
  const changed = async () => {
    await Promise.all([grantOf.refresh(id), proposedGrants.refresh('all')])
    close()
  }
  const decide = (accept: boolean) => async (reason: string) => {
    await api.permissions.approveGrant({ params: { grantId: id }, body: { accept, reason, edition } })
    await changed()
    toast(accept ? `「${content.name}」已确认，现在生效` : `「${content.name}」没有通过，不会生效`)
  }
  if (!Object.values(acts).some(Boolean)) return null
  return (
    <Section title="可以做的">
      <Card>
        <Stack gap={2}>
          {acts.waitsForOthers ? (
            <Notice title="等另一位权限管理员确认">
              这条规则涉及“谁能改权限”，由您提出，不能由您自己确认。确认之前不生效。
            </Notice>
          ) : null}
          {acts.decide ? (
            <>
              <Text>{`${by?.name ?? '别人'}提出${reason === undefined ? '' : `，理由是“${reason}”`}。确认以后立即生效：`}</Text>
              <Proposed grant={grant} />
              <Button full onPress={() => setAsking('approve')}>
                确认，让它生效
              </Button>
              <Button full variant="quiet" onPress={() => setAsking('decline')}>
                不同意
              </Button>
            </>
          ) : null}
          {acts.revise ? (
            <Button full variant="quiet" icon="edit" onPress={() => goTo(pages.grantDraft, { id })}>
              修改这条规则
            </Button>
          ) : null}
          {acts.withdraw ? (
            <Button full variant="text-danger" onPress={() => setAsking('withdraw')}>
              撤回这条规则
            </Button>
          ) : null}
        </Stack>
      </Card>
      {asking === 'withdraw' ? <WithdrawSheet grant={grant} onDone={changed} onClose={close} /> : null}
      <ReasonSheet
        open={asking === 'approve'}
        title={`确认「${content.name}」`}
        consequence={`确认以后立即生效，规则里说的岗位马上${content.effect === 'forbid' ? '不能再做这些事' : '有这些权限'}。您的姓名和原因会留在记录里。`}
        confirm="确认，让它生效"
        hint="如：核对过，符合分工"
        onConfirm={decide(true)}
        onClose={close}
      />
      <ReasonSheet
        open={asking === 'decline'}
        title={`不同意「${content.name}」`}
        consequence={`规则不会生效，${by?.name ?? '提出的人'}会看到理由，可以修改后再提。`}
        confirm="不同意"
        hint="写明哪里不合适，怎样改可以同意"
        onConfirm={decide(false)}
        onClose={close}
      />
    </Section>
  )
}

/** What a proposed rule would change, for who decides on it. */
function Proposed({ grant }: { readonly grant: GrantReply }) {
  return <ChangesPanel preview={usePreview(grant.id, grant.content)} proposed />
}
