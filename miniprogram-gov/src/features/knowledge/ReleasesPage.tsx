import { baseVersion, type Release } from '@zmht/shared/knowledge'
import { Card, EmptyState, List, Loaded, Stack, Text } from '@zmht/shared/ui'
import { useMemo } from 'react'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { ReleaseCard } from './ReleaseCard'
import { sayReleases } from './releases'
import { useStandard } from './useStandard'

export function ReleasesPage() {
  return <Gate>{(me) => <Releases me={me} />}</Gate>
}

function Releases({ me }: { readonly me: Official }) {
  const { standard } = useStandard()
  return (
    <OfficialScreen me={me} title="更新记录" current={pages.home} back={pages.knowledge}>
      <Stack gap={4} className="g-column">
        <Loaded of={standard}>
          {({ version, releases }) => (
            <>
              <Text tone="quiet" numeric>{`当前版本 ${version}`}</Text>
              <Changelog releases={releases} />
            </>
          )}
        </Loaded>
      </Stack>
    </OfficialScreen>
  )
}

function Changelog({ releases }: { readonly releases: readonly Release[] }) {
  const said = useMemo(() => sayReleases(releases), [releases])
  if (said.length === 0) {
    return (
      <Card>
        <EmptyState
          icon="clock"
          title="还没有发布过修订"
          detail={`现在用的是随系统上线的 ${baseVersion} 版。修订发布以后，改了什么会写在这里。`}
        />
      </Card>
    )
  }
  return (
    <>
      <List gap label="更新记录">
        {said.map((one) => (
          <ReleaseCard key={one.release.version} said={one} />
        ))}
      </List>
      <Text size="small" tone="quiet">{`更早的内容是随系统上线的 ${baseVersion} 版。`}</Text>
    </>
  )
}
