import { useRouter } from '@tarojs/taro'
import type { ProposalReply } from '@zmht/shared/contract'
import type { Knowledge } from '@zmht/shared/knowledge'
import {
  Box,
  Card,
  formatWhen,
  Heading,
  KeyValue,
  Loaded,
  Row,
  Section,
  Stack,
  Text,
  Timeline,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { ChangeCards } from './ChangeCards'
import { CountFacts } from './CountFacts'
import { EffectsSummary } from './EffectsSummary'
import { RevisionActs } from './RevisionActs'
import { RevisionStateTag } from './RevisionStateTag'
import { revisionOf } from './resources'
import { timelineOf } from './revision-steps'

export function RevisionPage() {
  return <Gate>{(me) => <Revision me={me} />}</Gate>
}

function Revision({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  const loaded = useResource(revisionOf, id)
  const knowledge = useKnowledge()
  return (
    <OfficialScreen me={me} title="修订" current={pages.home} back={pages.revisions}>
      <Loaded of={loaded}>
        {(revision) => (
          <Box className="g-split">
            <Stack gap={6} className="g-split__main">
              <RevisionHead revision={revision} />
              <Section title={`改动（${revision.changes}）`}>
                <ChangeCards
                  knowledge={knowledge}
                  changes={revision.content}
                  // What is published already is part of what is in force: it has no effects any more.
                  effects={revision.state === 'published' ? undefined : revision.effects}
                />
              </Section>
            </Stack>
            <Stack gap={6} className="g-split__side">
              <RevisionActs me={me} revision={revision} />
              {revision.state === 'published' ? null : (
                <Together me={me} knowledge={knowledge} revision={revision} onCounted={loaded.reload} />
              )}
              <Section title="经过">
                <Card>
                  <Timeline label="经过" steps={timelineOf(revision)} />
                </Card>
              </Section>
            </Stack>
          </Box>
        )}
      </Loaded>
    </OfficialScreen>
  )
}

function RevisionHead({ revision }: { readonly revision: ProposalReply }) {
  const now = useNow()
  return (
    <Card>
      <Stack gap={3}>
        <Row between top gap={3}>
          <Heading level={2} size="title">
            {revision.title}
          </Heading>
          <RevisionStateTag state={revision.state} />
        </Row>
        <Text pre>{revision.reason}</Text>
        <KeyValue
          rows={[
            { key: '提议人', value: [revision.by.name, revision.by.organisation].filter(Boolean).join('，') },
            { key: '提出', value: formatWhen(revision.at, now) },
            ...(revision.version === undefined ? [] : [{ key: '发布', value: `${revision.version} 版` }]),
          ]}
        />
      </Stack>
    </Card>
  )
}

function Together({
  me,
  knowledge,
  revision,
  onCounted,
}: {
  readonly me: Official
  readonly knowledge: Knowledge
  readonly revision: ProposalReply
  readonly onCounted: () => Promise<void>
}) {
  return (
    <Section title="发布后">
      <Card>
        <Stack gap={3}>
          <EffectsSummary now={knowledge.version} effects={revision.effects} />
          {may(me, 'knowledge.review') ? (
            <CountFacts me={me} countedAt={revision.effects.countedAt} onCounted={() => void onCounted()} />
          ) : null}
        </Stack>
      </Card>
    </Section>
  )
}
