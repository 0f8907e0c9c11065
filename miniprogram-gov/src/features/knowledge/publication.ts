import type { EffectsReply, ProposalReply } from '@zmht/shared/contract'
import {
  type ChangeProblem,
  changeProblems,
  type Knowledge,
  type KnowledgeVersion,
  versionAfter,
  type Weight,
} from '@zmht/shared/knowledge'
import { applicationsIn } from './effects'
import { weightBetween } from './releases'

/** Several accepted revisions as the one version they would become. */
export interface Publication {
  readonly from: KnowledgeVersion
  readonly to: KnowledgeVersion
  readonly weight: Weight
  /** What keeps them from being published together. */
  readonly problems: readonly ChangeProblem[]
  /** Applications that are touched. */
  readonly applications: number
}

type Revision = Pick<ProposalReply, 'content'> & { readonly effects: Pick<EffectsReply, 'changes'> }

export function publicationOf(knowledge: Knowledge, revisions: readonly Revision[]): Publication {
  const changes = revisions.flatMap(({ content }) => content)
  const to = versionAfter(knowledge, changes)
  const { named, others } = applicationsIn(...revisions.map(({ effects }) => effects))
  return {
    from: knowledge.version,
    to,
    weight: weightBetween({ previous: knowledge.version, version: to }),
    problems: changeProblems(knowledge, changes),
    applications: named + others,
  }
}

/** What whoever publishes is told before. */
export function consequenceOf({ to, weight, applications }: Publication): string {
  const who = applications === 0 ? '没有应用受影响。' : `${applications} 个应用会受影响。`
  const what = {
    patch: '只改了说明和名称，填写和检查不变。',
    minor: '能填的内容会增加，已有的表单照常使用。',
    major: '有的内容会停用或收紧，用到它们的表单会按新的要求检查。',
  }[weight]
  return `发布后 ${to} 版立即生效，不能撤回，只能再发布一版来改。${what}${who}`
}
