import type { ControlKind } from '@zmht/shared/controls'
import { Box, Button, Heading, Pressable, Row, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { ownKinds } from './own-kinds'

/** So many stand there at once: the most used. */
const first = 7

/** Questions of this form only, by the way they are answered. */
export function OwnQuestions({ onPick }: { readonly onPick: (kind: ControlKind) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <Box as="section" label="自己写一个问题" className="z-stack z-gap-2">
      <Heading level={3}>自己写一个问题</Heading>
      <Box as="ul" role="list" label="自己的问题怎样回答" className="g-kinds">
        {ownKinds.slice(0, open ? ownKinds.length : first).map(({ kind, name }) => (
          <Box as="li" key={kind}>
            <Pressable className="g-kinds__one" label={`添加自己的问题：${name}`} onPress={() => onPick(kind)}>
              <Text inline>{name}</Text>
            </Pressable>
          </Box>
        ))}
      </Box>
      {open ? null : (
        <Row>
          <Button variant="text" icon="down" onPress={() => setOpen(true)}>
            更多种类
          </Button>
        </Row>
      )}
    </Box>
  )
}
