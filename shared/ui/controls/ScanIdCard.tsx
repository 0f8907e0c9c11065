import { type ReactNode, useState } from 'react'
import { Button } from '../primitives/Button'
import { Row, Stack } from '../primitives/Stack'
import { Text } from '../primitives/Text'

/** The number of a card read by the camera instead of typed; it stays to be looked over in the input. */
export function ScanIdCard({
  scan,
  onRead,
  children,
}: {
  readonly scan: () => Promise<string | undefined>
  readonly onRead: (number: string) => void
  readonly children: ReactNode
}) {
  const [state, setState] = useState<'ready' | 'scanning' | 'failed'>('ready')
  const run = async () => {
    setState('scanning')
    try {
      const number = await scan()
      if (number) onRead(number)
      setState('ready')
    } catch {
      setState('failed')
    }
  }
  return (
    <Stack gap={2}>
      {children}
      <Row gap={3} wrap>
        <Button variant="quiet" loading={state === 'scanning'} onPress={() => void run()}>
          拍身份证
        </Button>
        {state === 'failed' ? (
          <Text size="small" tone="danger">
            没有读出号码，请在光线好的地方再拍一次，或直接填写
          </Text>
        ) : null}
      </Row>
    </Stack>
  )
}
