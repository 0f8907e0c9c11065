import type { ReactNode } from 'react'
import type { PictureReply } from '../../contract'
import { pictureStateNames } from '../../rules'
import { Row, Stack } from '../primitives/Stack'
import { Tag } from '../primitives/Tag'
import { Text } from '../primitives/Text'

const tones = { checking: 'quiet', unchecked: 'amber', passed: 'accent', review: 'amber', risky: 'danger' } as const

/** Under a picture that did not pass by itself: what is the matter with it, and what can be done; or that somebody looked at it and others see it. */
export function PictureMark({ picture, action }: { readonly picture: PictureReply; readonly action?: ReactNode }) {
  const { state, why, shown, vouched } = picture
  return (
    <Stack gap={1}>
      <Row gap={2} wrap>
        <Tag tone={shown ? 'quiet' : tones[state]}>{shown ? '工作人员看过' : pictureStateNames[state]}</Tag>
        {shown ? (
          <Text inline size="small">
            其他人看得到
          </Text>
        ) : null}
      </Row>
      {vouched === undefined ? (
        shown ? null : (
          <Text size="small" tone="quiet">
            {why}
          </Text>
        )
      ) : (
        <Text size="small" tone="quiet">{`${vouched.by}看过，可以给其他人看：${vouched.reason}`}</Text>
      )}
      {action}
    </Stack>
  )
}
