import { Box, Button, goTo, SegmentedControl, Select, Stack, useWide } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { ApplicationAnswer } from './ApplicationAnswer'
import { ClassFields } from './ClassFields'
import { OrganisationAnswer } from './OrganisationAnswer'
import { PersonAnswer } from './PersonAnswer'
import { wayNames, ways } from './question'
import { ThingFields } from './ThingFields'
import { useQuestion } from './useQuestion'
import { WhoAnswer } from './WhoAnswer'

export function LookPage() {
  return <Gate>{(me) => <Look me={me} />}</Gate>
}

/** Who may see what, asked in five ways. */
function Look({ me }: { readonly me: Official }) {
  const wide = useWide()
  const { question, ask } = useQuestion(me)
  const { way } = question
  const options = ways.map((value) => ({ value, label: wayNames[value] }))
  return (
    <OfficialScreen
      me={me}
      title="谁能看什么"
      current={pages.home}
      back={pages.home}
      actions={wide ? <Besides me={me} /> : undefined}
    >
      {wide ? null : <Besides me={me} />}
      {wide ? (
        <SegmentedControl
          label="怎样查"
          value={way}
          segments={options}
          onChange={(chosen) => ask({ way: chosen, why: '' })}
        />
      ) : (
        <Select
          label="怎样查"
          options={options}
          value={way}
          onChange={(chosen) => ask({ way: chosen ?? 'thing', why: '' })}
        />
      )}
      <Stack gap={6}>
        {way === 'thing' ? (
          <>
            <ThingFields question={question} onAsk={ask} />
            <WhoAnswer question={question} onAsk={ask} />
          </>
        ) : null}
        {way === 'class' ? (
          <>
            <ClassFields me={me} question={question} onAsk={ask} />
            <ThingFields question={question} onAsk={ask} />
            <WhoAnswer question={question} onAsk={ask} />
          </>
        ) : null}
        {way === 'person' ? <PersonAnswer question={question} onAsk={ask} /> : null}
        {way === 'organisation' ? <OrganisationAnswer me={me} question={question} onAsk={ask} /> : null}
        {way === 'application' ? (
          <>
            <ThingFields question={question} onAsk={ask} everyAction />
            <ApplicationAnswer question={question} onAsk={ask} />
          </>
        ) : null}
      </Stack>
    </OfficialScreen>
  )
}

/** What stands beside the questions, for those who may go there. */
function Besides({ me }: { readonly me: Official }) {
  const rules = may(me, 'permission.read')
  const clients = may(me, 'permission.write')
  const audit = may(me, 'audit.read')
  if (!rules && !clients && !audit) return null
  return (
    <Box className="g-acts" role="group" label="规则和记录">
      {rules ? (
        <Button variant="quiet" icon="shield" onPress={() => goTo(pages.grants)}>
          权限规则
        </Button>
      ) : null}
      {clients ? (
        <Button variant="quiet" icon="channel" onPress={() => goTo(pages.clients)}>
          其他系统
        </Button>
      ) : null}
      {audit ? (
        <Button variant="quiet" icon="eye" onPress={() => goTo(pages.audit)}>
          审计
        </Button>
      ) : null}
    </Box>
  )
}
