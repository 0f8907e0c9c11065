import { Box, Button, goTo, Loaded, Row, SearchInput, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { EntryTable } from './EntryTable'
import { useFilters } from './useFilters'
import { useStandard } from './useStandard'

export function KnowledgePage() {
  return <Gate>{(me) => <Browse me={me} />}</Gate>
}

/** The city knowledge system, to look things up in. */
function Browse({ me }: { readonly me: Official }) {
  const { filters, setFilters } = useFilters()
  const { knowledge, standard } = useStandard()
  const propose = may(me, 'knowledge.propose')
  return (
    <OfficialScreen me={me} title="城市知识体系" current={pages.home} back={pages.home}>
      <Row between gap={3} wrap>
        <Text tone="quiet" numeric>{`当前版本 ${knowledge.version}`}</Text>
        <Box className="g-acts">
          <Button variant="quiet" icon="clock" onPress={() => goTo(pages.releases)}>
            更新记录
          </Button>
          <Button variant="quiet" icon="document" onPress={() => goTo(pages.exportKnowledge)}>
            导出
          </Button>
          <Button variant="quiet" icon="task" onPress={() => goTo(pages.revisions)}>
            修订
          </Button>
          {propose ? (
            <Button icon="plus" onPress={() => goTo(pages.propose)}>
              提议修订
            </Button>
          ) : null}
        </Box>
      </Row>
      <SearchInput
        label="按意思查找，如行动不便"
        value={filters.words}
        onChange={(words) => setFilters({ ...filters, words })}
      />
      <Loaded of={standard}>
        {({ prose }) => (
          <EntryTable
            knowledge={knowledge}
            prose={prose}
            filters={filters}
            onFilters={setFilters}
            onReload={standard.reload}
          />
        )}
      </Loaded>
    </OfficialScreen>
  )
}
