import { cx } from '../classes'
import { Box } from './Box'
import { Button } from './Button'
import { Icon } from './Icon'
import { Picture } from './Picture'
import { Pressable } from './Pressable'
import { Row } from './Stack'
import { Text } from './Text'

export interface FileRowProps {
  readonly name: string
  /** Where its picture is, for what is one. */
  readonly picture?: string | undefined
  /** Nothing of the picture may be cut off: a name that was written. */
  readonly whole?: boolean | undefined
  readonly state: 'kept' | 'uploading' | 'failed'
  /** Of what is on its way: how far it has come, 0 to 1. */
  readonly share?: number | undefined
  /** What is told of it, below its name. */
  readonly note?: string | undefined
  /** What went wrong, in words for the person. */
  readonly problem?: string | undefined
  readonly onOpen?: (() => void) | undefined
  readonly onRetry?: (() => void) | undefined
  /** Absent where it is only looked at. */
  readonly onRemove?: (() => void) | undefined
}

/** One file put into a form: what it is, how far it has come, and what can be done with it. */
export function FileRow({
  name,
  picture,
  whole = false,
  note,
  state,
  share,
  problem,
  onOpen,
  onRetry,
  onRemove,
}: FileRowProps) {
  const face = (
    <>
      {picture === undefined ? (
        <Box className="z-file__picture z-file__picture--none">
          <Icon name="document" />
        </Box>
      ) : (
        <Picture
          className={cx('z-file__picture', whole && 'z-file__picture--whole')}
          source={picture}
          words=""
          whole={whole}
        />
      )}
      <Box className="z-file__words">
        <Text clamp>{name}</Text>
        {note === undefined ? null : (
          <Text size="small" tone="quiet" numeric>
            {note}
          </Text>
        )}
        <Box live="polite">
          {state === 'uploading' ? (
            <Row gap={2}>
              <Box hidden className="z-spinner" />
              <Text inline size="small" tone="quiet">
                正在上传…
              </Text>
              {share === undefined ? null : (
                // Seen, not read aloud at every step.
                <Box hidden>
                  <Text inline size="small" tone="quiet" numeric>
                    {`${Math.min(99, Math.floor(share * 100))}%`}
                  </Text>
                </Box>
              )}
            </Row>
          ) : null}
          {state === 'failed' ? (
            <Text size="small" tone="danger">
              {problem ?? '没有传成功，文件还在，请重试'}
            </Text>
          ) : null}
        </Box>
      </Box>
    </>
  )
  return (
    <Box className="z-file">
      {onOpen ? (
        <Pressable
          className="z-file__face"
          // With a note the words are its name, as they stand there.
          {...(note === undefined ? { label: `打开${name}` } : {})}
          onPress={onOpen}
        >
          {face}
        </Pressable>
      ) : (
        <Box className="z-file__face">{face}</Box>
      )}
      {onRetry ? (
        <Button variant="text" icon="refresh" label={`重试上传${name}`} onPress={onRetry}>
          重试
        </Button>
      ) : null}
      {onRemove ? (
        <Button variant="text-danger" label={`移除${name}`} onPress={onRemove}>
          移除
        </Button>
      ) : null}
    </Box>
  )
}
