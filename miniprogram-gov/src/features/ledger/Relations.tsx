import type { EntityGraphReply, EntityReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  createResource,
  EmptyState,
  goTo,
  List,
  ListRow,
  Loaded,
  Section,
  Stack,
  Tag,
  Text,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { GraphPicture } from './GraphPicture'
import { layOut } from './graph-layout'
import { Links } from './Links'
import type { Decisions } from './useDecisions'
import { kindWords } from './words'

const graphOf = createResource<EntityGraphReply>((entityId) => api.ledgers.graph({ params: { entityId } }))

/** Whom and what an entity has to do with: as a picture to walk on in, and as lists that say the same. */
export function Relations({
  entity,
  decisions,
  edition,
}: {
  readonly entity: EntityReply
  readonly decisions: Decisions | undefined
  /** Counts up with what was decided or corrected: the picture is read again. */
  readonly edition: number
}) {
  const loaded = useResource(graphOf, entity.id)
  const { reload } = loaded
  useEffect(() => {
    if (edition > 0) void reload()
  }, [edition, reload])
  return (
    <Stack gap={4}>
      <Section title="关系图">
        <Loaded of={loaded}>{(graph) => <Drawn name={entity.name} graph={graph} />}</Loaded>
      </Section>
      <Links entity={entity} decisions={decisions} />
    </Stack>
  )
}

function Drawn({ name, graph }: { readonly name: string; readonly graph: EntityGraphReply }) {
  const wide = useWide()
  const [further, setFurther] = useState(wide)
  const far = graph.nodes.filter(({ steps }) => steps > 1)
  const nodes = further ? graph.nodes : graph.nodes.filter(({ steps }) => steps <= 1)
  if (graph.nodes.length <= 1) {
    return (
      <Card>
        <EmptyState
          icon="family"
          title="还没有登记关系"
          detail="住址、家人、单位、车辆，登记或办事时填了，会画在这里。"
        />
      </Card>
    )
  }
  const centre = graph.nodes.find(({ steps }) => steps === 0)?.id
  const isShown = (id: string) => nodes.some((node) => node.id === id)
  const beyond = graph.edges.filter(({ from, to }) => from !== centre && to !== centre && isShown(from) && isShown(to))
  const kinds = [...new Set(nodes.map(({ kind }) => kind))]
  return (
    <Stack gap={3}>
      <Card>
        <Stack gap={3}>
          <GraphPicture
            label={`${name}的关系图，共 ${nodes.length - 1} 个；下面的列表是同样的内容`}
            picture={layOut({ nodes, edges: graph.edges })}
          />
          <Box className="g-graph__legend" role="list" label="图例">
            {kinds.map((kind) => (
              <Box key={kind} as="li" className="g-graph__key">
                <Box hidden className={`g-graph__sample g-graph__mark--${kind}`} />
                <Text inline size="small" tone="quiet">
                  {kindWords[kind].name}
                </Text>
              </Box>
            ))}
            {graph.edges.some(({ pending }) => pending) ? (
              <Box as="li" className="g-graph__key">
                <Box hidden className="g-graph__dash" />
                <Text inline size="small" tone="quiet">
                  待核对
                </Text>
              </Box>
            ) : null}
          </Box>
          {graph.more ? (
            <Text size="small" tone="quiet">
              关系很多，图里只画了一部分；点其中一个，可以接着往下看。
            </Text>
          ) : null}
          {far.length === 0 ? null : (
            <Button variant="quiet" expanded={further} onPress={() => setFurther(!further)}>
              {further ? '只看直接的关系' : `再看远一步（${far.length} 个）`}
            </Button>
          )}
        </Stack>
      </Card>
      {beyond.length > 0 ? <Beyond graph={graph} edges={beyond} /> : null}
    </Stack>
  )
}

/** What the picture shows beyond the relations of the entity itself, in words. */
function Beyond({ graph, edges }: { readonly graph: EntityGraphReply; readonly edges: EntityGraphReply['edges'] }) {
  const [open, setOpen] = useState(false)
  const nodeOf = (id: string) => graph.nodes.find((node) => node.id === id)
  return (
    <Card flush>
      <ListRow
        icon="family"
        title={open ? '收起其余的关系' : `用文字看其余的关系（${edges.length} 条）`}
        onPress={() => setOpen(!open)}
      />
      {open ? (
        <List label="其余的关系">
          {edges.map(({ from, to, type, name, pending }) => {
            const [one, other] = [nodeOf(from), nodeOf(to)]
            const next = [other, one].find((node) => node?.steps === 2) ?? other
            return (
              <ListRow
                key={`${type} ${from} ${to}`}
                line
                icon={kindWords[next?.kind ?? 'thing'].icon}
                title={`${one?.name ?? ''} · ${name}：${other?.name ?? ''}`}
                detail={next?.elsewhere ? '在其他地方' : undefined}
                end={pending ? <Tag tone="amber">待核对</Tag> : undefined}
                onPress={next === undefined || next.elsewhere ? undefined : () => goTo(pages.entity, { id: next.id })}
              />
            )
          })}
        </List>
      ) : null}
    </Card>
  )
}
