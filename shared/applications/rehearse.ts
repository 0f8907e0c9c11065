import type { ApplicationContent, ApplicationPart, PartOf, Wire, WireAction, WireTrigger } from '../contract'
import type { Instant } from '../knowledge/types'
import { isOver } from '../rules/booking'
import { type Onlooker, type SimulatedStep, simulate } from '../rules/simulate'
import { mostHops, type ServiceMoment } from '../rules/wiring'
import { partName } from './fills'
import { actionWords } from './wire-words'

/** Who looks on at a rehearsal. */
export type Spectator = Onlooker | 'leader'

/** One thing that would happen. */
export interface RehearsedStep {
  readonly by: SimulatedStep['by']
  /** 「王秀兰提交“老人体检”」. */
  readonly does: string
  readonly when: SimulatedStep['when']
  readonly sees: Readonly<Partial<Record<Spectator, string>>>
  /** The wire that does it. */
  readonly wire?: string
}

/** What would happen with one invented resident. */
export interface Rehearsal {
  readonly who: string
  /** 「72 岁，一个人住」. */
  readonly about: string
  /** What is supposed of them. */
  readonly supposes: string
  readonly steps: readonly RehearsedStep[]
}

export interface Stage {
  readonly at: Instant
  /** Of the official who looks. */
  readonly organisation: string
}

/** Nobody: three people made up, each of whom it goes differently with. */
const cast = [
  { who: '王秀兰', about: '72 岁，一个人住', supposes: '一切顺利', way: 'well' },
  { who: '李建国', about: '45 岁，在单位上班', supposes: '工作人员没能办成', way: 'refused' },
  { who: '赵小梅', about: '33 岁，带着孩子', supposes: '中途自己撤回', way: 'withdrawn' },
] as const
type Way = (typeof cast)[number]['way']

/** How often something happened so far, by part: what a leader sees. */
type Tally = Map<string, { came: number; done: number }>

/**
 * What an application would do with three people who do not exist, step by step: what each of them does, what the steps of a request are, which wires are set off and
 * what they do. Pure and by the same tables as the real thing; nothing is written.
 */
export function rehearse(content: ApplicationContent, stage: Stage): readonly Rehearsal[] {
  const tally: Tally = new Map()
  return cast.map(({ who, about, supposes, way }) => ({
    who,
    about,
    supposes,
    steps: new Story(content, stage, tally, who, way).told(),
  }))
}

/** One resident's story, told from the first notice to the last consequence. */
class Story {
  private readonly steps: RehearsedStep[] = []
  /** Each wire once: the second time would read as the first. */
  private readonly fired = new Set<string>()
  /** Steps of requests the wiring took: nobody takes them again. */
  private readonly passed = new Set<string>()

  constructor(
    private readonly content: ApplicationContent,
    private readonly stage: Stage,
    private readonly tally: Tally,
    private readonly who: string,
    private readonly way: Way,
  ) {}

  told(): readonly RehearsedStep[] {
    const { parts } = this.content
    for (const part of parts) if (part.kind === 'notice' && part.begin === 'at-once') this.notice(part, 0)
    for (const part of parts) if (part.kind === 'service' && part.begin === 'at-once') this.service(part)
    for (const part of parts) if (part.kind === 'task' && part.begin === 'at-once') this.task(part, 0, '马上下派')
    return this.steps
  }

  private say(step: RehearsedStep): void {
    this.steps.push(step)
  }

  private count(part: ApplicationPart, what: 'came' | 'done'): string {
    const before = this.tally.get(part.key) ?? { came: 0, done: 0 }
    const now = { ...before, [what]: before[what] + 1 }
    this.tally.set(part.key, now)
    return part.kind === 'service'
      ? `“${partName(part)}”收到 ${now.came} 件，办完 ${now.done} 件`
      : part.kind === 'notice'
        ? `“${partName(part)}”${now.came} 人已读，${now.done} 人已回答`
        : `“${partName(part)}”共 ${now.came} 项，完成 ${now.done} 项`
  }

  private notice(part: PartOf<'notice'>, hops: number): void {
    const { title, questions } = part.content
    const asked = questions.map((question) => ({ question, option: this.answerTo(part, question) }))
    const answered = asked.filter(({ option }) => option !== undefined)
    this.say({
      by: 'resident',
      does: `${this.who}读到通知“${title}”`,
      when: { at: 'once' },
      sees: {
        resident: '消息里最上面一条，点开就是回执',
        worker: '已读人数加一，没读的列得出来',
        leader: this.count(part, 'came'),
      },
    })
    if (answered.length === 0) return
    this.say({
      by: 'resident',
      does: `${this.who}回答：${answered.map(({ question, option }) => `${question.label} → ${option?.label}`).join('；')}`,
      when: { at: 'once' },
      sees: { resident: '回答可以再改', worker: '回答马上汇总', leader: this.count(part, 'done') },
    })
    for (const { question, option } of answered) {
      if (option === undefined) continue
      this.fire({ of: 'notice', part: part.key, question: question.key, option: option.code }, undefined, hops)
    }
  }

  /** The first resident answers what the wiring waits for, so that its consequences are seen; the others what it does not. */
  private answerTo(part: PartOf<'notice'>, { key, options = [] }: PartOf<'notice'>['content']['questions'][number]) {
    const waited = (code: string) =>
      this.content.wiring.some(
        ({ when }) => when.of === 'notice' && when.part === part.key && when.question === key && when.option === code,
      )
    return options.find(({ code }) => waited(code) === (this.way === 'well')) ?? options[0]
  }

  private service(part: PartOf<'service'>): void {
    const { content } = part
    const title = `“${content.title}”`
    if (content.link !== undefined && content.link.kind !== 'endpoint') {
      this.say({
        by: 'resident',
        does: `${this.who}点开${title}`,
        when: { at: 'once' },
        sees: { resident: `看到去哪里、带什么过去，同意后打开${content.link.name}` },
      })
      return
    }
    const slot = content.booking?.slots.find((one) => !isOver(one, this.stage.at))
    const whole = simulate(content, {
      at: this.stage.at,
      organisation: this.stage.organisation,
      ...(slot === undefined ? {} : { slot }),
    })
    const taken = this.way === 'well' ? whole : whole.slice(0, cutOf(whole))
    for (const step of taken) {
      if (this.isOver(part)) return
      if (this.passed.has(`${part.key}/${step.action}`)) continue
      const leader =
        step.action === 'submit'
          ? this.count(part, 'came')
          : step.action === 'close'
            ? this.count(part, 'done')
            : undefined
      this.say({
        by: step.by,
        does: this.doing(step, title),
        when: step.when,
        sees: { ...step.sees, ...(leader === undefined ? {} : { leader }) },
      })
      for (const moment of momentsOf(step)) this.serviceMoment(part, moment, 0)
    }
    if (this.isOver(part)) return
    if (this.way === 'refused') {
      this.say({
        by: 'worker',
        does: `工作人员写明原因，答复${this.who}不能办理`,
        when: { at: 'later' },
        sees: {
          resident: '没有办成，看得到原因和接下来怎么办',
          worker: '这一件结束，原因留着',
          leader: `“${content.title}”没有办成的多了一件，看得到原因`,
        },
      })
      this.serviceMoment(part, 'declined', 0)
    }
    if (this.way === 'withdrawn') {
      this.say({
        by: 'resident',
        does: `${this.who}撤回`,
        when: { at: 'later' },
        sees: { resident: '已撤回，随时可以再提交', worker: '这一件从「任务」里消失' },
      })
      this.serviceMoment(part, 'withdrawn', 0)
    }
  }

  private isOver({ key }: PartOf<'service'>): boolean {
    return this.passed.has(`${key}/close`) || this.passed.has(`${key}/decline`)
  }

  private doing({ action, by }: SimulatedStep, title: string): string {
    const names: Partial<Record<SimulatedStep['action'], string>> = {
      submit: `${this.who}提交${title}`,
      claim: `工作人员接手${this.who}的申请`,
      confirm: `工作人员确认${this.who}的申请`,
      list: `工作人员核对，把${this.who}列入名单`,
      approve: `承办单位确认${this.who}`,
      close: `工作人员答复${this.who}，办结`,
      send: `${this.who}说的事直接转给负责的单位`,
      seat: `${this.who}约上了`,
      hold: `为${this.who}留出时间`,
      queue: `${this.who}候补`,
      'turn-away': `${this.who}没有约上`,
    }
    return names[action] ?? `${by === 'resident' ? this.who : '工作人员'}办一步`
  }

  private serviceMoment(part: PartOf<'service'>, at: ServiceMoment, hops: number): void {
    this.fire({ of: 'service', part: part.key, at }, part, hops)
  }

  /** A task comes, and whoever works there does it: how it ends is as the resident's story goes. */
  private task(part: PartOf<'task'>, hops: number, how: string, wire?: string): void {
    const name = `“${part.content.title}”`
    const whose = part.content.about.of === 'one' || wire !== undefined ? `${this.who}的` : ''
    this.say({
      by: wire === undefined ? 'worker' : 'system',
      does: `${how}：${name}`,
      when: { at: 'once' },
      sees: {
        worker: `「任务」里多了${whose}${name}，${part.days} 天内完成，已有的资料带出来`,
        leader: this.count(part, 'came'),
        ...(part.content.selfFill === undefined ? {} : { resident: `也可以自己填${name}` }),
      },
      ...(wire === undefined ? {} : { wire }),
    })
    if (this.way === 'withdrawn') return
    const done = this.way === 'well'
    this.say({
      by: 'worker',
      does: done ? `工作人员办完${name}` : `工作人员办不了${name}，写明原因`,
      when: { at: 'later' },
      sees: {
        worker: done ? '填的内容直接更新资料和台账' : '原因留着，可以转给别人',
        ...(done ? { leader: this.count(part, 'done') } : {}),
      },
    })
    this.fire({ of: 'task', part: part.key, at: done ? 'done' : 'unable' }, undefined, hops)
  }

  /** Everything the wiring does because of a moment, and what follows from that. */
  private fire(moment: WireTrigger, service: PartOf<'service'> | undefined, hops: number): void {
    if (hops >= mostHops) return
    for (const wire of this.content.wiring) {
      if (!isSetOffBy(wire, moment) || this.fired.has(wire.key)) continue
      this.fired.add(wire.key)
      // What an answer must be is supposed of the first resident alone.
      if (
        (wire.when.of === 'service' || wire.when.of === 'task') &&
        wire.when.only !== undefined &&
        this.way !== 'well'
      )
        continue
      for (const action of wire.does) this.act(wire, action, service, hops + 1)
    }
  }

  private act(wire: Wire, action: WireAction, service: PartOf<'service'> | undefined, hops: number): void {
    const part = (key: string) => this.content.parts.find((one) => one.key === key)
    const tell = (sees: RehearsedStep['sees']) =>
      this.say({
        by: 'system',
        does: `联动：${actionWords(action, this.content)}`,
        when: { at: 'once' },
        sees,
        wire: wire.key,
      })
    switch (action.do) {
      case 'errand': {
        tell({
          resident: '看得到已经交给谁去办',
          worker: `交办出去，${action.days} 天内回来`,
          partner: `收到一件事：${action.says}`,
        })
        if (service === undefined || this.way === 'withdrawn') return
        this.say({
          by: 'worker',
          does: this.way === 'well' ? '交办的事做完，写明结果' : '交办的事退回，写明原因',
          when: { at: 'later' },
          sees: { worker: '结果回到这件申请上，看过再答复' },
        })
        this.serviceMoment(service, this.way === 'well' ? 'errand-done' : 'errand-back', hops)
        return
      }
      case 'step': {
        tell({
          resident:
            action.step === 'claim' ? '正在办理' : action.step === 'confirm' ? '已确认' : (action.note ?? '看得到答复'),
          worker: '这一步已经自动办了，有记录',
        })
        if (service === undefined || action.step === 'claim') return
        const at = { confirm: 'confirmed', close: 'closed', decline: 'declined' } as const
        this.passed.add(`${service.key}/${action.step}`)
        this.serviceMoment(service, at[action.step], hops)
        return
      }
      case 'start':
      case 'visit': {
        const task = part(action.task)
        if (task?.kind === 'task')
          this.task(
            task,
            hops,
            action.do === 'visit' ? `联动：针对${this.who}下派任务` : '联动：在当地下派任务',
            wire.key,
          )
        return
      }
      case 'tell': {
        const notice = part(action.notice)
        tell({ worker: '通知已经发出，看得到谁读了', resident: '收到一条新消息' })
        if (notice?.kind === 'notice') this.notice(notice, hops)
        return
      }
      case 'put-in':
      case 'take-out': {
        const isIn = action.do === 'put-in'
        tell({
          worker: isIn ? `台账里多了${this.who}` : `台账里没有${this.who}了`,
          leader: isIn ? '台账人数加一' : '台账人数减一',
        })
        this.fire({ of: 'ledger', part: action.ledger, at: isIn ? 'added' : 'removed' }, undefined, hops)
        return
      }
    }
  }
}

/** Where somebody leaves who does not come to the end: before the first step that decides. */
function cutOf(steps: readonly SimulatedStep[]): number {
  const at = steps.findIndex(({ action }) => action === 'confirm' || action === 'approve' || action === 'close')
  return at < 0 ? steps.length : at
}

/** The moments a step of a request is to the wiring. */
function momentsOf({ action, state }: SimulatedStep): readonly ServiceMoment[] {
  switch (action) {
    case 'submit':
      return ['submitted']
    case 'hold':
      return ['placed']
    case 'seat':
      return state === 'confirmed' ? ['placed', 'confirmed'] : ['placed']
    case 'queue':
      return ['waitlisted']
    case 'confirm':
    case 'approve':
      return ['confirmed']
    case 'close':
      return ['closed']
    default:
      return []
  }
}

function isSetOffBy({ when }: Wire, moment: WireTrigger): boolean {
  if (when.of !== moment.of || when.part !== moment.part) return false
  if (when.of === 'notice')
    return moment.of === 'notice' && when.question === moment.question && when.option === moment.option
  return moment.of !== 'notice' && when.at === moment.at
}
