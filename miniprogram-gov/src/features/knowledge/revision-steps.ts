import type { ProposalReply } from '@zmht/shared/contract'
import { type ProposalAction, proposalStateNames } from '@zmht/shared/rules'
import type { TimelineStep } from '@zmht/shared/ui'
import { formatExact } from '@zmht/shared/ui/format/when'

const actionNames: Readonly<Record<ProposalAction | 'propose', string>> = {
  propose: '提出',
  rewrite: '修改',
  accept: '采纳',
  decline: '不采纳',
  publish: '发布',
}

const isAction = (action: string): action is keyof typeof actionNames => action in actionNames

/** What happened to a revision, and what comes next. */
export function timelineOf({
  state,
  steps,
  version,
}: Pick<ProposalReply, 'state' | 'steps' | 'version'>): readonly TimelineStep[] {
  const done = steps.map(
    ({ key, action, note, by, at }): TimelineStep => ({
      key,
      title: `${by}${isAction(action) ? actionNames[action] : action}`,
      when: formatExact(at),
      ...(action === 'publish'
        ? { detail: `成为 ${version ?? note ?? ''} 版` }
        : note === undefined
          ? {}
          : { detail: note }),
      state: action === 'decline' ? 'stopped' : 'done',
    }),
  )
  if (state !== 'proposed' && state !== 'accepted') return done
  return [...done, { key: 'next', title: proposalStateNames[state], state: 'now' }]
}
