import { Button, Card, Heading, Screen, Stack, Text } from '@zmht/shared/ui'

/** Whoever comes from the App of their city sees whose account it is before they go on with it. */
export function FromApp({
  account,
  enter,
  refuse,
}: {
  readonly account: string
  readonly enter: () => void
  readonly refuse: () => void
}) {
  return (
    <Screen title="政民互通">
      <Card>
        <Stack gap={4}>
          <Stack gap={1}>
            <Heading level={2} size="title">
              从 App 进入
            </Heading>
            <Text>{`App 里登录的是：${account}`}</Text>
            <Text tone="quiet">是您本人的账号就接着用，填的内容记在这个账号里。不是您的，请不要进入。</Text>
          </Stack>
          <Button full large onPress={enter}>
            用这个账号进入
          </Button>
          <Button full variant="text" onPress={refuse}>
            这不是我
          </Button>
        </Stack>
      </Card>
    </Screen>
  )
}
