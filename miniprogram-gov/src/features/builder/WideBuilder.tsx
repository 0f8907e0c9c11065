import { Box, Card, Screen, Section, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { BuilderDialogs } from './BuilderDialogs'
import { BuilderCanvas, BuilderPalette, History, Removal, SaveButtons } from './BuilderParts'
import { LiveColumn } from './LiveColumn'
import { Conflict, SaveState } from './SaveState'
import { panelTitle, SelectedPanel } from './SelectedPanel'
import type { Builder } from './useBuilder'

/** On a PC: what can be added, the form, its properties and the live form side by side. */
export function WideBuilder({ builder }: { readonly builder: Builder }) {
  const { editor, selected } = builder
  return (
    <Screen
      title={editor.draft.title || '新服务'}
      back={pages.channels}
      layout="wide"
      actions={
        <>
          <History builder={builder} />
          <SaveButtons builder={builder} />
        </>
      }
    >
      <Conflict editor={editor} />
      <SaveState editor={editor} />
      <Box className="g-builder">
        <Box as="section" label="添加内容" className="g-builder__palette">
          <Section title="添加内容">
            <BuilderPalette builder={builder} />
          </Section>
        </Box>
        <Box as="section" label="表单" className="g-builder__canvas">
          <BuilderCanvas builder={builder} />
        </Box>
        <Box as="section" label="属性" className="g-builder__panel">
          <Removal builder={builder} />
          {selected ? (
            <Section title={panelTitle(selected)}>
              <Card>
                <SelectedPanel builder={builder} />
              </Card>
            </Section>
          ) : (
            <Text tone="quiet">点一项内容，在这里修改。用键盘时按 Alt 和上下键调整顺序。</Text>
          )}
        </Box>
        <Box className="g-builder__preview">
          <LiveColumn builder={builder} />
        </Box>
      </Box>
      <BuilderDialogs builder={builder} />
    </Screen>
  )
}
