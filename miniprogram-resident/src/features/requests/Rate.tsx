import { mintStepKey, type RequestReply } from '@zmht/shared/contract'
import { Button, Card, Heading, ProblemNotice, Rating, Stack, TextArea, toast } from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'

/** One to five stars and words, once a request is closed. */
export function Rate({
  request,
  onRated,
}: {
  readonly request: RequestReply
  readonly onRated: (next: RequestReply) => void
}) {
  const [stars, setStars] = useState<number>()
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const key = useRef(mintStepKey())
  const send = async () => {
    if (stars === undefined) {
      setWrong('请选择 1 至 5 星')
      return
    }
    setBusy(true)
    setError(undefined)
    try {
      const said = words.trim()
      onRated(
        await api.channels.ownStep({
          params: { requestId: request.id },
          body: { action: 'rate', key: key.current, stars, ...(said === '' ? {} : { note: said }) },
        }),
      )
      toast('谢谢您的评价')
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Card>
      <Stack gap={4}>
        <Heading level={2}>这件事办得怎么样？</Heading>
        <Rating
          label="您的评价"
          value={stars}
          error={wrong}
          onChange={(chosen) => {
            setStars(chosen)
            setWrong(undefined)
          }}
        />
        <TextArea label="想说的话" optional maxLength={200} value={words} onChange={setWords} />
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Button full loading={busy} onPress={() => void send()}>
          提交评价
        </Button>
      </Stack>
    </Card>
  )
}
