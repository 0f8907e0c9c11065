import { ScrollView, View } from '@tarojs/components'
import { Box, goTo, Icon, Pressable, Text } from '@zmht/shared/ui'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { pages } from '@/lib/navigation'
import type { GraphPicture as Picture, PlacedEdge, PlacedNode } from './graph-layout'
import { kindWords } from './words'

/** What somebody is related to, as a picture to walk on in. Lines and marks are plain boxes: the same on h5 and in a mini-program. */
export function GraphPicture({ picture, label }: { readonly picture: Picture; readonly label: string }) {
  const { width, height, nodes, edges } = picture
  const middle = nodes.find(({ node }) => node.steps === 0)?.x ?? width / 2
  const isNamed = (edge: PlacedEdge) => edge.central || edges.length <= mostNamed
  return (
    <Wide label={label} width={width} middle={middle}>
      <Placed className="g-graph__field" style={{ width: long(width), height: long(height) }}>
        {edges.map((one) => (
          <Placed
            key={`${one.edge.type} ${one.edge.from} ${one.edge.to}`}
            className={one.edge.pending ? 'g-graph__line g-graph__line--pending' : 'g-graph__line'}
            style={{
              left: long(one.x),
              top: long(one.y),
              width: long(one.length),
              transform: `rotate(${one.angle}deg)`,
            }}
          />
        ))}
        {edges.filter(isNamed).map((one) => (
          <Placed
            key={`${one.edge.type} ${one.edge.from} ${one.edge.to}`}
            className="g-graph__relation"
            style={{ left: long(one.middle.x), top: long(one.middle.y) }}
          >
            {one.edge.name}
          </Placed>
        ))}
        {nodes.map((one) => (
          <Placed key={one.node.id} className="g-graph__place" style={{ left: long(one.x), top: long(one.y) }}>
            <Node {...one} />
          </Placed>
        ))}
      </Placed>
    </Wide>
  )
}

/** With more lines only those of the one that is looked at are named: the others stand in the list. */
const mostNamed = 12

function Node({ node }: PlacedNode) {
  const { kind, name, steps, elsewhere, id } = node
  const content = (
    <>
      <Box hidden className={`g-graph__mark g-graph__mark--${kind}${steps === 0 ? ' g-graph__mark--centre' : ''}`}>
        <Icon name={kindWords[kind].icon} />
      </Box>
      <Text inline size="small" strong={steps === 0} className="g-graph__name">
        {name}
      </Text>
      {elsewhere ? (
        <Text inline size="small" tone="quiet" className="g-graph__name">
          在其他地方
        </Text>
      ) : null}
    </>
  )
  if (steps === 0 || elsewhere) return <Box className="g-graph__node">{content}</Box>
  return (
    <Pressable
      className="g-graph__node"
      label={`${name}（${kindWords[kind].name}），看资料和关系`}
      onPress={() => goTo(pages.entity, { id })}
    >
      {content}
    </Pressable>
  )
}

type Style = Readonly<Record<string, string>>

/** Style sheets are written for a screen 375 px wide; a mini-program scales them to its own, and what is placed here with them. */
const long = (pixels: number): string => (process.env.TARO_ENV === 'h5' ? `${pixels}px` : `${2 * pixels}rpx`)

function Placed({
  className,
  style,
  children,
}: {
  readonly className: string
  readonly style: Style
  readonly children?: ReactNode
}) {
  return process.env.TARO_ENV === 'h5' ? (
    <div className={className} style={style}>
      {children}
    </div>
  ) : (
    <View className={className} style={style}>
      {children}
    </View>
  )
}

/** A picture wider than the screen is moved sideways, and begins with its middle in sight. */
function Wide({
  label,
  width,
  middle,
  children,
}: {
  readonly label: string
  readonly width: number
  readonly middle: number
  readonly children: ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = frame.current
    if (element !== null && process.env.TARO_ENV === 'h5') element.scrollLeft = middle - element.clientWidth / 2
  }, [middle])
  if (process.env.TARO_ENV === 'h5') {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a picture with buttons in it is no fieldset
      <div ref={frame} className="g-graph" role="group" aria-label={label}>
        {children}
      </div>
    )
  }
  return (
    <ScrollView scrollX className="g-graph" scrollLeft={Math.max(0, middle - width / 3)}>
      {children}
    </ScrollView>
  )
}
