import { useRef, useState } from 'react'
import { cx } from '../classes'
import type { PickedFile } from '../controls/control'
import { Button } from './Button'
import { Icon } from './Icon'
import { accepted, pickDocumentsInWechat, pickedFrom, pickPhotosInWechat } from './pick-files'
import { Row } from './Stack'
import { Text } from './Text'

/** Takes files in: a browser's dialog, or WeChat's camera, album and conversations. */
export function FilePickButton({
  label,
  words,
  of,
  most,
  apart = false,
  disabled,
  onPick,
  onProblem,
}: {
  /** What the files are for, said before the words to those who do not see. */
  readonly label: string
  /** 「拍照或选照片」 */
  readonly words: string
  readonly of: 'photo' | 'file'
  /** Browsers may give more. */
  readonly most: number
  /** It matters whether a photo was taken just now or chosen out of those there were. */
  readonly apart?: boolean
  readonly disabled?: boolean
  readonly onPick: (files: readonly PickedFile[]) => void
  readonly onProblem: (message: string) => void
}) {
  const [picking, setPicking] = useState(false)
  const asked = useRef(Number.POSITIVE_INFINITY)
  if (process.env.TARO_ENV === 'h5') {
    return (
      <label className={cx('z-button', 'z-button--quiet', 'z-file-pick', disabled && 'z-pressable--off')}>
        <input
          className="z-choice__native"
          type="file"
          accept={accepted[of]}
          multiple={most > 1}
          disabled={disabled}
          aria-label={`${label}：${words}`}
          onClick={() => {
            // Files count whole seconds on some systems.
            asked.current = apart ? Math.floor(Date.now() / 1000) * 1000 : Number.POSITIVE_INFINITY
          }}
          onChange={(event) => {
            const files = pickedFrom(event.target.files, asked.current)
            // The same file may be chosen again after it was removed.
            event.target.value = ''
            onPick(files)
          }}
        />
        <Icon name="plus" />
        <Text inline className="z-button__words">
          {words}
        </Text>
      </label>
    )
  }
  const run = async (pick: (most: number) => Promise<readonly PickedFile[]>) => {
    setPicking(true)
    try {
      onPick(await pick(most))
    } catch (failure) {
      onProblem(failure instanceof Error ? failure.message : '没有选到文件，请再试一次')
    } finally {
      setPicking(false)
    }
  }
  const common = { variant: 'quiet', icon: 'plus', loading: picking, disabled } as const
  return (
    <Row gap={2} wrap>
      {of === 'photo' && apart ? (
        <>
          <Button
            {...common}
            label={`${label}：拍照`}
            onPress={() => void run((count) => pickPhotosInWechat(count, 'camera'))}
          >
            拍照
          </Button>
          <Button
            {...common}
            label={`${label}：从相册选`}
            onPress={() => void run((count) => pickPhotosInWechat(count, 'album'))}
          >
            从相册选
          </Button>
        </>
      ) : (
        <Button
          {...common}
          label={`${label}：拍照或选照片`}
          onPress={() => void run((count) => pickPhotosInWechat(count))}
        >
          {of === 'photo' ? words : '拍照或选照片'}
        </Button>
      )}
      {of === 'file' ? (
        <Button {...common} label={`${label}：从聊天里选文件`} onPress={() => void run(pickDocumentsInWechat)}>
          从聊天里选文件
        </Button>
      ) : null}
    </Row>
  )
}
