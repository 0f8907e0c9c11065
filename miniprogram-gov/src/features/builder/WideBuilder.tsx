import { Box, Card, Screen, Section, Text } from '@zmht/shared/ui'
import { BuilderDialogs } from './BuilderDialogs'
import { BuilderCanvas, BuilderPalette, History, Removal } from './BuilderParts'
import { LiveColumn } from './LiveColumn'
import type { LayoutProps } from './layout'
import { panelTitle, SelectedPanel } from './SelectedPanel'

/** On a PC: what can be added, the form, its properties and the live form side by side. */
export function WideBuilder(props: LayoutProps) {
  const { builder, title, back, conflict, state, buttons } = props
  const { selected } = builder
  return (
    <Screen
      title={title}
      back={back}
      layout="wide"
      actions={
        <>
          <History builder={builder} />
          {buttons}
        </>
      }
    >
      {conflict}
      {state}
      <Box className="g-builder">
        <Box as="section" label="添加内容" className="g-builder__palette">
          <Section title="添加内容">
            <BuilderPalette builder={builder} />
          </Section>
        </Box>
        <Box as="section" label="表单" className="g-builder__canvas">
          <BuilderCanvas {...props} />
        </Box>
        <Box as="section" label="属性" className="g-builder__panel">
          <Removal builder={builder} />
          {selected ? (
            <Section title={panelTitle(selected)}>
              <Card>
                <SelectedPanel {...props} />
              </Card>
            </Section>
          ) : (
            <Text tone="quiet">点一项内容，在这里修改。用键盘时按 Alt 和上下键调整顺序。</Text>
          )}
        </Box>
        <Box className="g-builder__preview">
          <LiveColumn {...props} />
        </Box>
      </Box>
      <BuilderDialogs builder={builder} />
    </Screen>
  )
}
