import type { ApplicationReply } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { applicationTransitions } from '@zmht/shared/rules'
import {
  Button,
  Card,
  ConfirmSheet,
  formatWhen,
  List,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  toast,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { applicationOf } from './resources'

/** So many stand at once; the older ones on demand. */
const shownAtFirst = 5

/** How it was before, each with what changed, and the way back. */
export function Versions({ application }: { readonly application: ApplicationReply }) {
  const now = useNow()
  const { id, edition, version, versions, actions } = application
  const [back, setBack] = useState<number>()
  const [every, setEvery] = useState(false)
  if (versions.length === 0) return null
  const shown = every ? versions : versions.slice(0, shownAtFirst)
  return (
    <Section title="版本">
      <Card>
        <Stack gap={4}>
          <List gap label="版本">
            {shown.map(({ number, at, by, says }) => (
              <Stack key={number} gap={1}>
                <Row between gap={3}>
                  <Text strong numeric>{`第 ${number} 版`}</Text>
                  {number === version ? <Tag tone="accent">现在用的</Tag> : null}
                </Row>
                <Text size="small" tone="quiet" numeric>
                  {`${by} · ${formatWhen(at, now)}`}
                </Text>
                {says.map((words) => (
                  <Text key={words} size="small">
                    {words}
                  </Text>
                ))}
                {number !== version && actions.includes('roll-back') ? (
                  <Row>
                    <Button variant="text" icon="undo" onPress={() => setBack(number)}>
                      {`回到第 ${number} 版`}
                    </Button>
                  </Row>
                ) : null}
              </Stack>
            ))}
          </List>
          {versions.length > shown.length ? (
            <Button variant="text" onPress={() => setEvery(true)}>
              {`更早的 ${versions.length - shown.length} 版`}
            </Button>
          ) : null}
        </Stack>
      </Card>
      {back === undefined ? null : (
        <ConfirmSheet
          open
          title={`回到第 ${back} 版`}
          consequence={applicationTransitions['roll-back'].consequence}
          confirm={applicationTransitions['roll-back'].label}
          onClose={() => setBack(undefined)}
          onConfirm={async () => {
            try {
              applicationOf.put(
                id,
                await api.applications.changeApplication({
                  params: { applicationId: id },
                  body: { action: 'roll-back', edition, version: back },
                }),
              )
              setBack(undefined)
              toast('正在回到那时的样子')
            } catch (problem) {
              if (problem instanceof Problem && problem.kind === 'conflict') void applicationOf.refresh(id)
              throw problem
            }
          }}
        />
      )}
    </Section>
  )
}
