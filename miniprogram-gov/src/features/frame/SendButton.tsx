import { Button, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'

/** The button a draft ends with: pressed too early it says what is still to be done, and otherwise asks before it sends. */
export function SendButton({
  children,
  hindered,
  onTry,
  onReady,
}: {
  readonly children: string
  /** What is still to be done, in words. */
  readonly hindered: readonly string[]
  /** Somebody pressed the button: from now on what is missing may be pointed out. */
  readonly onTry: () => void
  readonly onReady: () => void
}) {
  const [tried, setTried] = useState(false)
  return (
    <>
      <Button
        full
        large
        onPress={() => {
          setTried(true)
          onTry()
          if (hindered.length === 0) onReady()
        }}
      >
        {children}
      </Button>
      {tried && hindered.length > 0 ? (
        <Stack gap={1}>
          {hindered.map((words) => (
            <Text key={words} size="small" tone="amber">
              {words}
            </Text>
          ))}
        </Stack>
      ) : (
        <Text size="small" tone="quiet">
          写的内容随时存在这台设备上。
        </Text>
      )}
    </>
  )
}
