import { Card, Screen } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { GuidelineText } from './GuidelineText'

export function PrivacyPage() {
  return (
    <Screen title="用户隐私保护指引" back={pages.services}>
      <Card>
        <GuidelineText />
      </Card>
    </Screen>
  )
}
