import { Card, Screen, Text } from '@zmht/shared/ui'
import { HomeChoiceFoot, HomePlacePicker, useHomeChoice } from './HomePicker'

/** The first thing a new resident says: where they live. Everything they are offered follows from it. */
export function ChooseHome() {
  const choice = useHomeChoice(() => undefined)
  return (
    <Screen title="选择您的住址" footer={<HomeChoiceFoot choice={choice} askLabel={false} />}>
      <Text tone="quiet">选好以后，就能看到您所在社区的服务。住址只给负责您社区的工作人员看。</Text>
      <Card>
        <HomePlacePicker choice={choice} />
      </Card>
    </Screen>
  )
}
