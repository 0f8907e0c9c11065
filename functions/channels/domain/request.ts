import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import type { AcceptedMention, SubjectCode } from '@zmht/shared/routing'
import {
  dayInChina,
  ended,
  endOfWorkingDay,
  isInProcedure,
  isRequestMovedBy,
  mostErrands,
  mostReopened,
  nextRequestState,
  promisedDays,
  type RequestAction,
  type RequestMover,
  type RequestTransition,
  reopenedWithinDays,
  requestTransitions,
  returnsBeforeRuling,
  workingMinutes,
} from '@zmht/shared/rules'
import type { Errand, ErrandHeard } from '../../tasks/index'
import type { Desk, InCase, Office, Request, Step, StepFile } from '../request.store'
import type { Routed } from '../route-at-first'
import { isUndecided, withoutLostPlace } from './booking'
import { clockAfter } from './step-clock'

export interface Mover {
  /** As whom they act on this request. */
  readonly kind: RequestMover
  readonly id: string
  /** As the resident reads it: 「您」, 「社工 李敏」, 「系统」. */
  readonly name: string
  /** The application that acts in their name, by itself. */
  readonly through?: string
  /** The organisation they act for. */
  readonly organisation?: string
}

/** How what they did is signed: what an application did by itself says so, and who set it up. */
export const signatureOf = ({ name, through }: Pick<Mover, 'name' | 'through'>): string =>
  through === undefined ? name : `“${through}”自动办理（${name}设置）`

/** Whatever nobody did by hand. */
export const system = { kind: 'system', id: 'system', name: '系统' } as const satisfies Mover

export interface Move {
  readonly action: RequestAction
  readonly key: string
  readonly note?: string
  /** The note as it was written, where it names the resident. */
  readonly wording?: string
  readonly rating?: { readonly stars: number; readonly words?: string }
  /** Who had it in hand, for what is taken from somebody: whoever took it up meanwhile keeps it. */
  readonly former?: string
  /** Who has it in hand afterwards, for a handover. */
  readonly holder?: { readonly id: string; readonly name: string }
  /** The operation in the directory that made it necessary. */
  readonly cause?: string
  /** The organisation it goes to; for `assign` absent where it is the place's. */
  readonly to?: Office
  /** The superior it is reported to. */
  readonly reported?: Office
  /** Who settles whose it is, once it was given back too often. */
  readonly arbiter?: Office
  /** What it is about, as somebody decided. */
  readonly subject?: SubjectCode
  /** Whom and what it speaks of. */
  readonly mentions?: readonly AcceptedMention[]
  /** Who is asked to work along. */
  readonly invited?: readonly Office[]
  readonly files?: readonly StepFile[]
  /** Whose it is from now on. */
  readonly account?: string
  /** The case it is answered with. */
  readonly case?: InCase
  /** What is handed out to be done on the spot. */
  readonly errand?: Errand
  /** How something that was handed out, by its item, stands. */
  readonly heard?: { readonly item: string; readonly stand: ErrandHeard }
}

/** The most organisations that work along. */
export const mostBeside = 5

const dayMillis = 24 * 3600 * 1000

/**
 * One step of a request. Pure; the caller saves both halves in one transaction.
 * @throws Problem `step-not-allowed` when the table does not allow it from this state or for this mover, `note-needed` without a needed note,
 * `urged-today`, `reopened-enough`, `already-theirs`, `gave-back`, `too-many-beside`, `too-many-errands`.
 */
export function take(
  request: Request,
  move: Move,
  by: Mover,
  at: Instant,
): { readonly request: Request; readonly step: Step } {
  const { action } = move
  const transition: RequestTransition = requestTransitions[action]
  const state = nextRequestState(request.state, action)
  if (!isRequestMovedBy(action, by.kind) || !isInProcedure(action, request.procedure) || state === undefined)
    throw new Problem('step-not-allowed')
  if (transition.note === 'needed' && (move.note ?? '').trim() === '') throw new Problem('note-needed')
  if (action === 'overdue' && request.overdue) throw new Problem('step-not-allowed')
  if (action === 'transfer' && request.desk?.final === true) throw new Problem('step-not-allowed')
  if (action === 'remind' && (request.stepDue === undefined || request.stepLate === true))
    throw new Problem('step-not-allowed')
  if (action === 'adopt' && request.behalf?.waits === undefined) throw new Problem('step-not-allowed')
  if (action === 'acknowledge' || action === 'disown') checkTheirs(request, action)
  if (move.former !== undefined && move.former !== request.claimedBy?.id) throw new Problem('step-not-allowed')
  checkAgain(request, action, at)
  // Whether there is a place is decided before anybody works on it.
  if (isUndecided(request) && by.kind !== 'system' && by.kind !== 'resident') throw new Problem('step-not-allowed')
  const {
    claimedBy,
    desk: _desk,
    sender: _sender,
    givenBack: _given,
    beside: _beside,
    overseers: _overseers,
    stepDays: _days,
    stepDue: _stepDue,
    stepLate: _late,
    closedAt,
    waited,
    case: inCase,
    ...rest
  } = request
  const isClosed = closedAt !== undefined && waited !== undefined && action !== 'reopen'
  const holder = holderAfter(move, claimedBy, by)
  return {
    request: withoutLostPlace({
      ...rest,
      ...whereAfter(request, move, by),
      ...(holder === undefined ? {} : { claimedBy: holder }),
      ...(move.rating === undefined ? {} : { rating: move.rating }),
      ...(move.subject === undefined ? {} : { route: decidedRoute(request, move.subject) }),
      ...(move.mentions === undefined ? {} : { mentions: { accepted: move.mentions, by: by.id, at } }),
      ...whoseAfter(request, move, by),
      ...(action === 'urge' ? { urgedOn: dayInChina(at) } : {}),
      // Taken up again it has as long as it had at first.
      ...(action === 'reopen'
        ? {
            reopened: (request.reopened ?? 0) + 1,
            due: endOfWorkingDay(at, promisedDays(request.submittedAt, request.due)),
          }
        : {}),
      ...clockAfter(request, state, changesHands.includes(action), at),
      ...(action === 'remind' ? { stepLate: true as const } : {}),
      ...(action === 'supervise' ? { supervised: at } : {}),
      ...caseAfter(inCase, move),
      ...errandsAfter(request, move),
      ...(action === 'claim' && request.untilTaken === undefined
        ? { untilTaken: workingMinutes(request.submittedAt, at) }
        : {}),
      ...(isClosed ? { closedAt, waited } : {}),
      ...(action === 'close' ? { closedAt: at, waited: workingMinutes(request.submittedAt, at) } : {}),
      state,
      overdue: action === 'overdue' ? true : ended.includes(state) || action === 'reopen' ? false : request.overdue,
      updatedAt: at,
      revision: request.revision + 1,
      by: by.id,
    }),
    step: {
      requestId: request.id,
      key: move.key,
      sequence: request.revision + 1,
      action,
      ...(move.note === undefined || move.note.trim() === '' ? {} : { note: move.note.trim() }),
      ...(move.wording === undefined ? {} : { wording: move.wording.trim() }),
      ...(move.cause === undefined ? {} : { cause: move.cause }),
      ...(move.files === undefined || move.files.length === 0 ? {} : { files: move.files }),
      byName: signatureOf(by),
      by: by.id,
      at,
      state,
    },
  }
}

/** What of it is out, or came back, afterwards. @throws Problem `too-many-errands`; `step-not-allowed` for what tells nothing new */
function errandsAfter({ errands = [] }: Request, { action, errand, heard }: Move): Pick<Request, 'errands'> {
  if (action === 'hand-out') {
    if (errand === undefined) throw new Problem('step-not-allowed')
    if (errands.filter(({ stand }) => stand === 'out').length >= mostErrands) throw new Problem('too-many-errands')
    return { errands: [...errands, errand] }
  }
  if (action !== 'errand-done' && action !== 'errand-back') return {}
  const told = errands.find(({ item }) => item === heard?.item)
  if (heard === undefined || told === undefined || told.stand === heard.stand) throw new Problem('step-not-allowed')
  return { errands: errands.map((one) => (one === told ? { ...one, stand: heard.stand } : one)) }
}

/** With what it is answered afterwards. */
function caseAfter(before: InCase | undefined, move: Move): Pick<Request, 'case'> {
  if (move.action === 'part') return {}
  const now = move.action === 'join' ? (move.case ?? before) : before
  return now === undefined ? {} : { case: now }
}

/** Whose it is afterwards, where somebody else entered it. */
function whoseAfter(
  { id, behalf }: Request,
  { action, account }: Move,
  by: Mover,
): Partial<Pick<Request, 'behalf' | 'resident'>> {
  if (behalf === undefined) return {}
  switch (action) {
    case 'acknowledge':
      return { behalf: { ...behalf, acknowledged: true } }
    case 'disown':
      return { resident: nobodyOf(id), behalf: { ...behalf, disownedBy: by.id } }
    case 'adopt': {
      const { waits: _waits, ...known } = behalf
      return account === undefined ? {} : { resident: account, behalf: known }
    }
    default:
      return {}
  }
}

/** Under which nobody finds it: a request whose author has no account. */
export const nobodyOf = (requestId: string): string => `nobody/${requestId}`

/** What somebody decided it is about: that is sure from then on. */
const decidedRoute = ({ route }: Request, subject: SubjectCode): Routed => ({
  reason: '',
  ...route,
  subject,
  sure: true,
  decided: true,
})

/** What was entered for somebody is confirmed once; what they confirmed, or wrote themselves, is theirs. */
function checkTheirs({ behalf }: Request, action: 'acknowledge' | 'disown'): void {
  if (behalf === undefined || behalf.acknowledged === true) throw new Problem('step-not-allowed')
  if (action === 'disown' && behalf.authority === undefined) throw new Problem('step-not-allowed')
}

/** What may not be done again and again. */
function checkAgain(request: Request, action: RequestAction, at: Instant): void {
  if (action === 'urge' && request.urgedOn === dayInChina(at)) throw new Problem('urged-today')
  if (action !== 'reopen') return
  const closed = request.closedAt ?? request.updatedAt
  const isLate = Date.parse(at) - Date.parse(closed) > reopenedWithinDays * dayMillis
  if (isLate || (request.reopened ?? 0) >= mostReopened) throw new Problem('reopened-enough')
}

type Where = Pick<Request, 'desk' | 'sender' | 'givenBack' | 'beside' | 'overseers'>

/** Whose it is afterwards, and who works along. */
function whereAfter(request: Request, move: Move, by: Mover): Where {
  const { desk, sender, givenBack = [], beside = [], overseers = [] } = request
  const same: Where = {
    ...(desk === undefined ? {} : { desk }),
    ...(sender === undefined ? {} : { sender }),
    ...(givenBack.length === 0 ? {} : { givenBack }),
    ...(beside.length === 0 ? {} : { beside }),
    ...(overseers.length === 0 ? {} : { overseers }),
  }
  switch (move.action) {
    case 'list':
      return { ...same, desk: { ...asked(move.to), part: 'partner' } }
    case 'approve': {
      // What the partner does then stands beside: the community concludes.
      const { desk: _desk, ...rest } = same
      return { ...rest, ...(desk === undefined ? {} : { beside: [...beside, officeOf(desk)] }) }
    }
    case 'refuse':
    case 'put-right': {
      const { desk: _desk, ...rest } = same
      return rest
    }
    case 'send':
      return { ...same, desk: { ...asked(move.to), part: 'desk' } }
    case 'fall-back': {
      const { sender: _sender, ...rest } = same
      return { ...rest, desk: { ...asked(move.to), part: 'desk' } }
    }
    case 'transfer':
      return transferred(same, asked(move.to))
    case 'give-back':
      return returned(same, move, by)
    case 'assign': {
      const { desk: _desk, sender: _sender, givenBack: _given, ...rest } = same
      return move.to === undefined ? rest : { ...rest, desk: { ...move.to, part: 'desk', final: true } }
    }
    case 'escalate':
      return { ...same, overseers: [...overseers, officeOf(asked(move.reported))] }
    // What was not solved is seen by a superior from then on.
    case 'reopen': {
      const { overseers: _overseers, ...rest } = same
      return move.reported === undefined ? rest : { ...rest, overseers: [officeOf(move.reported)] }
    }
    case 'invite':
      return { ...same, beside: withInvited(beside, move.invited ?? [], desk) }
    case 'opine':
      return { ...same, beside: beside.map((one) => (one.id === by.organisation ? { ...one, said: true } : one)) }
    default:
      return same
  }
}

function transferred(same: Where, to: Office): Where {
  const { desk, givenBack = [], sender: _sender, ...rest } = same
  if (desk?.id === to.id) throw new Problem('already-theirs')
  if (givenBack.includes(to.id)) throw new Problem('gave-back')
  return {
    ...rest,
    ...(givenBack.length === 0 ? {} : { givenBack }),
    ...(desk === undefined ? {} : { sender: officeOf(desk) }),
    desk: { ...to, part: 'desk' },
  }
}

/** What an organisation says is not its own goes back to whence it came; after the second time a superior settles it. */
function returned(same: Where, move: Move, by: Mover): Where {
  const { desk, sender, givenBack = [], ...rest } = same
  if (desk?.part !== 'desk' || desk.final === true) throw new Problem('step-not-allowed')
  const gave = [...givenBack, by.organisation ?? desk.id]
  const settles = gave.length >= returnsBeforeRuling ? move.arbiter : undefined
  const next: Desk | undefined =
    settles !== undefined
      ? { ...settles, part: 'arbiter' }
      : sender === undefined || gave.includes(sender.id)
        ? undefined
        : { ...sender, part: 'desk' }
  return { ...rest, givenBack: gave, ...(next === undefined ? {} : { desk: next }) }
}

function withInvited(beside: NonNullable<Request['beside']>, invited: readonly Office[], desk: Desk | undefined) {
  const others = invited.filter(({ id }) => id !== desk?.id)
  const kept = beside.filter(({ id }) => !others.some((one) => one.id === id))
  if (others.length === 0) throw new Problem('already-theirs')
  if (kept.length + others.length > mostBeside) throw new Problem('too-many-beside')
  return [...kept, ...others.map(officeOf)]
}

const officeOf = ({ id, name }: Office): Office => ({ id, name })

function asked(to: Office | undefined): Office {
  if (to === undefined) throw new Problem('step-not-allowed')
  return to
}

/** With these it changes hands: nobody at its next desk has taken it up yet. */
const changesHands: readonly RequestAction[] = [
  'release',
  'put-back',
  'list',
  'approve',
  'refuse',
  'put-right',
  'transfer',
  'give-back',
  'assign',
  'send',
  'reopen',
  'fall-back',
]

/** Who has it in hand afterwards: whoever acted last among officials or took it over, nobody once it is put back. */
function holderAfter(move: Move, before: Request['claimedBy'], by: Mover): Request['claimedBy'] {
  if (changesHands.includes(move.action)) return undefined
  // With what it is answered says nothing of who works on it.
  if (move.action === 'join' || move.action === 'part') return before
  if (move.action === 'hand-over') return move.holder
  if (by.kind === 'worker' || by.kind === 'desk') return { id: by.id, name: by.name }
  return before
}

/** Whether an action the table allows is not over for this request: what was rated, urged today, settled, or was not entered by others. */
export function isStillPossible(request: Request, action: RequestAction, at: Instant): boolean {
  switch (action) {
    case 'rate':
      return request.rating === undefined
    case 'join':
      return false
    case 'part':
      return request.case?.lead === false
    case 'rebook':
      return request.booking?.has !== undefined
    case 'give-back':
    case 'transfer':
      return request.desk?.final !== true
    case 'urge':
    case 'reopen':
      return isAllowedAgain(request, action, at)
    case 'acknowledge':
      return request.behalf !== undefined && request.behalf.acknowledged !== true
    case 'disown':
      return request.behalf?.authority !== undefined && request.behalf.acknowledged !== true
    default:
      return true
  }
}

function isAllowedAgain(request: Request, action: RequestAction, at: Instant): boolean {
  try {
    checkAgain(request, action, at)
    return true
  } catch {
    return false
  }
}

/** As whom somebody in office at these organisations acts on a request; `worker` stands for whoever works at its place. */
export function partOf(
  { desk, beside = [], overseers = [], informed = [] }: Pick<Request, 'desk' | 'beside' | 'overseers' | 'informed'>,
  organisations: readonly string[],
): { readonly kind: Exclude<RequestMover, 'resident' | 'system'>; readonly organisation?: string } | undefined {
  if (desk !== undefined && organisations.includes(desk.id)) return { kind: desk.part, organisation: desk.id }
  const along = beside.find(({ id }) => organisations.includes(id))
  if (along !== undefined) return { kind: 'beside', organisation: along.id }
  const over = overseers.find(({ id }) => organisations.includes(id))
  if (over !== undefined) return { kind: 'overseer', organisation: over.id }
  const told = informed.find(({ id }) => organisations.includes(id))
  if (told !== undefined) return { kind: 'informed', organisation: told.id }
  return desk === undefined ? { kind: 'worker' } : undefined
}

/** A number people can say on the phone: the day in China and five letters of the id. */
export function numberOf(id: string, at: Instant): string {
  const day = new Date(Date.parse(at) + 8 * 3600 * 1000).toISOString().slice(5, 10).replace('-', '')
  return `${day}-${id.slice(-5).toUpperCase()}`
}
