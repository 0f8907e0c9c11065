import type { PictureReply, RequestReply } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { pictureStateNames } from '@zmht/shared/rules'
import { Button, PictureMark, ProblemNotice, Row, Sheet, Stack, Text, TextArea, toast } from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'
import { api } from '@/lib/api'
import { request } from './resources'

/** The marks of a request's pictures, and the sheet in which somebody says that others may see one. */
export function usePictures(found: RequestReply): {
  readonly markOf: (id: string) => ReactNode
  readonly sheet: ReactNode
} {
  const [about, setAbout] = useState<PictureReply>()
  const markOf = (id: string): ReactNode => {
    const picture = found.pictures?.find((one) => one.id === id)
    if (picture === undefined) return undefined
    const action = picture.mayVouch ? (
      <Row>
        <Button variant="text" onPress={() => setAbout(picture)}>
          看过了，可以给其他人看
        </Button>
      </Row>
    ) : undefined
    return <PictureMark picture={picture} action={action} />
  }
  const sheet =
    about === undefined ? null : <VouchSheet request={found} picture={about} onClose={() => setAbout(undefined)} />
  return { markOf, sheet }
}

function VouchSheet({
  request: found,
  picture,
  onClose,
}: {
  readonly request: RequestReply
  readonly picture: PictureReply
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const [lacking, setLacking] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const vouch = async () => {
    if (reason.trim() === '') {
      setLacking('请写明理由')
      return
    }
    setLacking(undefined)
    setBusy(true)
    setError(undefined)
    try {
      const body = { request: found.id, state: picture.state, reason: reason.trim() }
      const next = await api.channels.vouchForPicture({ params: { fileId: picture.id }, body })
      request.put(found.id, {
        ...found,
        pictures: (found.pictures ?? []).map((one) => (one.id === next.id ? next : one)),
      })
      toast('好了，其他人看得到这张照片了。')
      onClose()
    } catch (problem) {
      setError(problem)
      // What WeChat found changed meanwhile: the page shows it, and what was written stays.
      if (problem instanceof Problem && problem.kind === 'conflict') void request.refresh(found.id)
    }
    setBusy(false)
  }
  return (
    <Sheet
      open
      title="可以给其他人看"
      onClose={onClose}
      footer={
        <Button full large loading={busy} onPress={() => void vouch()}>
          可以给其他人看
        </Button>
      }
    >
      <Stack gap={4}>
        <Text>{`这张照片：${pictureStateNames[picture.state]}。${picture.why}。您看过照片、确认可以给其他人看，才写理由。会记下是您决定的。`}</Text>
        {error === undefined ? null : <ProblemNotice error={error} />}
        <TextArea
          label="理由"
          value={reason}
          onChange={(next) => {
            setReason(next)
            setLacking(undefined)
          }}
          error={lacking}
          maxLength={200}
        />
      </Stack>
    </Sheet>
  )
}
