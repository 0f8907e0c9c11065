import { applicationProblems, daysFilled, fillsOf, partTitle } from '@zmht/shared/applications'
import type {
  ApplicationCardReply,
  ApplicationProblemReply,
  ApplicationReply,
  PartOf,
  RunReply,
} from '@zmht/shared/contract'
import { checkForm } from '@zmht/shared/controls'
import { checkLedger } from '@zmht/shared/ledgers'
import { decide } from '@zmht/shared/permission'
import { possibleApplicationActions, settingProblems } from '@zmht/shared/rules'
import { findPlace, tailOf } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { officialContact, organisationFacts } from '../permissions/index'
import { now } from '../platform/clock'
import type { Official } from '../platform/endpoint/actor'
import { readJob } from '../platform/job.store'
import { showJob } from '../platform/show-job'
import { isKeeper, resourceOf } from './access'
import { type ApplicationCard, versionsOf } from './bundle.store'
import type { Application } from './domain/application'
import { channelOf, isBegunByWiring, settled } from './domain/desired'
import type { Run } from './wire.store'

const organisationOf = async (id: string) => ({ id, name: (await organisationFacts(id))?.name ?? '' })
const nameOfOfficial = async (id: string): Promise<string> => (await officialContact(id))?.name ?? '已调离的工作人员'

export async function showCard({ organisationId, ...card }: ApplicationCard): Promise<ApplicationCardReply> {
  return { ...card, organisation: await organisationOf(organisationId) }
}

/** @returns what keeps it from being opened: by itself, and by what was said of this place */
export async function problemsOf({
  content: raw,
  settings,
}: Pick<Application, 'content' | 'settings'>): Promise<ApplicationProblemReply[]> {
  const content = settled(raw, settings)
  const knowledge = await knowledgeNow()
  const problems: ApplicationProblemReply[] = [...applicationProblems(content)]
  if (settings.reach.length === 0) problems.push({ message: '请选择用在哪里' })
  for (const { key, name } of content.roles)
    if (settings.roles[key] === undefined) problems.push({ message: `请选择“${name}”是哪个单位` })
  for (const fill of fillsOf(raw)) {
    const given = settings.fills[fill.name]?.trim() ?? ''
    const isGiven = fill.kind === 'days' ? daysFilled(given).length > 0 : given !== ''
    if (!isGiven) problems.push({ message: `请填写“${fill.name}”` })
  }
  for (const part of content.parts) {
    const found =
      part.kind === 'ledger'
        ? checkLedger(part.content, knowledge)
        : part.kind === 'service'
          ? [...checkForm(knowledge, part.content.form), ...settingProblems(withDays(part, settings))]
          : part.kind === 'task'
            ? checkForm(knowledge, part.content.form, 'target')
            : []
    for (const { message } of found) problems.push({ part: part.key, message: `${partTitle(part)}：${message}` })
  }
  return problems
}

/** A service with its times on the days that were given; without them they are not asked about: the days are. */
function withDays(part: PartOf<'service'>, settings: Application['settings']) {
  const whole = channelOf(part, { settings, made: {}, at: now() })
  if (part.slotDays === undefined || daysFilled(settings.fills[part.slotDays]).length > 0) return whole
  const { booking: _booking, ...rest } = whole
  return rest
}

export async function showApplication(application: Application, actor: Official): Promise<ApplicationReply> {
  const { id, content, settings, state, from, stuck, opener, edition, version, updatedAt, organisationId } = application
  const [organisation, places, roleNames, problems, job, kept, resource] = await Promise.all([
    organisationOf(organisationId),
    Promise.all(settings.reach.map(showPlace)),
    Promise.all(Object.entries(settings.roles).map(async ([role, one]) => [role, (await organisationOf(one)).name])),
    problemsOf(application),
    application.job === undefined ? undefined : readJob(application.job),
    versionsOf(id),
    resourceOf(application),
  ])
  const mine = isKeeper(actor, application) && decide(actor.policy, actor, 'application.write', resource, now()).allow
  const versions = await Promise.all(
    kept.map(async ({ number, at, by, says }) => ({ number, at, by: await nameOfOfficial(by), says: [...says] })),
  )
  const { title, summary, category, parts } = content
  return {
    ...{
      id,
      title,
      summary,
      category,
      state,
      organisation,
      edition,
      updatedAt,
      content,
      settings,
      problems,
      versions,
      mine,
    },
    ...(version === undefined ? {} : { version }),
    places: places.flat(),
    roleNames: Object.fromEntries(roleNames),
    ...(from === undefined ? {} : { from }),
    made: Object.fromEntries(
      parts.flatMap((part) => {
        const made = application.made[part.key]
        return made?.told === undefined || isBegunByWiring(part) ? [] : [[part.key, made.id]]
      }),
    ),
    ...(stuck === undefined ? {} : { stuck }),
    ...(opener === undefined ? {} : { by: await nameOfOfficial(opener) }),
    ...(job === undefined ? {} : { job: showJob(job) }),
    actions: mine ? [...possibleApplicationActions(state)] : [],
  }
}

async function showPlace(id: Application['place']) {
  const found = await findPlace(id)
  return found === undefined ? [] : [{ id, name: found.name, level: found.level, tail: await tailOf(id) }]
}

export const showRun = ({ id, at, wire, says, about, state, attempts, steps }: Run): RunReply => ({
  ...{ id, at, wire, says, about, state, attempts },
  steps: steps.map((step) => ({ ...step })),
})
