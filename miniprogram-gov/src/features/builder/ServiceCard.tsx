import { procedureNames, serviceCategories } from '@zmht/shared/rules'
import { Pressable, Section, Text } from '@zmht/shared/ui'
import { ProblemLines } from './ProblemLines'
import type { ServiceDraft, ServiceProblem } from './service-draft'

/** A service's card above its form. */
export function ServiceCard({
  draft,
  problems,
  on,
  onPress,
}: {
  readonly draft: ServiceDraft
  readonly problems: readonly ServiceProblem[]
  readonly on: boolean
  readonly onPress: () => void
}) {
  return (
    <Section title="基本信息">
      <Pressable className={on ? 'g-block g-block--on' : 'g-block'} onPress={onPress}>
        <Text size="large" strong tone={draft.title ? 'ink' : 'quiet'}>
          {draft.title || '还没有名称'}
        </Text>
        {draft.summary ? <Text tone="quiet">{draft.summary}</Text> : null}
        <Text size="small" tone="quiet">
          {`${serviceCategories[draft.category]} · ${procedureNames[draft.procedure]}`}
          {Number.isNaN(draft.promisedDays) ? '' : ` · ${draft.promisedDays} 个工作日内办结`}
        </Text>
        <ProblemLines problems={problems.filter(({ basic }) => basic !== undefined)} />
      </Pressable>
    </Section>
  )
}
