import { type PublicAfter, publicKinds, publicNames, type SettingProblem, settingProblems } from '@zmht/shared/rules'
import { RadioList, Stack, Switch } from '@zmht/shared/ui'
import { BookingEditor } from './BookingEditor'
import type { BuilderAction } from './builder-state'
import { DocumentsField } from './DocumentsField'
import { StepDaysField } from './StepDaysField'
import type { ServiceDraft } from './service-draft'
import { TimesField } from './TimesField'

type Change = Extract<BuilderAction<ServiceDraft>, { do: 'basics' }>['change']

/** What is set of a service besides its card and its form: times, bookings, papers, what is public. */
export function SettingsPanel({
  draft,
  dispatch,
}: {
  readonly draft: ServiceDraft
  readonly dispatch: (action: BuilderAction<ServiceDraft>) => void
}) {
  const problems = settingProblems(draft)
  const of = (setting: SettingProblem['setting']) => problems.filter((one) => one.setting === setting)
  const change = (next: Change, step: string) => dispatch({ do: 'basics', change: next, step })
  return (
    <Stack gap={6}>
      <StepDaysField
        procedure={draft.procedure}
        days={draft.stepDays}
        problems={of('stepDays')}
        onChange={(stepDays, step) => change({ stepDays }, step)}
      />
      <BookingEditor
        booking={draft.booking}
        problems={of('booking')}
        onChange={(booking, step) => change({ booking: asContent(booking) }, step)}
      />
      <TimesField
        times={draft.times}
        problems={of('times')}
        onChange={(times, step) => change({ times: times as ServiceDraft['times'] }, step)} // the same shape, readonly
      />
      <DocumentsField
        documents={draft.documents}
        problems={of('documents')}
        onChange={(documents, step) => change({ documents: documents as ServiceDraft['documents'] }, step)} // as above
      />
      <RadioList<PublicAfter>
        label="办完以后公开什么"
        hint="不公开任何个人的情况"
        options={publicKinds.map((value) => ({ value, label: publicNames[value] }))}
        value={draft.publicAfter ?? 'nothing'}
        onChange={(publicAfter) =>
          change({ publicAfter: publicAfter === 'nothing' ? undefined : publicAfter }, publicAfter)
        }
      />
      <Switch
        label="让本市其他单位照着建"
        detail="发布后出现在他们的新建服务里；只给表单和设置，不给任何办件"
        on={draft.shared === true}
        onChange={(on) => change({ shared: on ? true : undefined }, `shared.${on}`)}
      />
    </Stack>
  )
}

/** The same, as it is sent. */
const asContent = (booking: Parameters<Parameters<typeof BookingEditor>[0]['onChange']>[0]): ServiceDraft['booking'] =>
  booking === undefined ? undefined : { ...booking, slots: booking.slots.map((slot) => ({ ...slot })) }
