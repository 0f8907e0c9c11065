import type { Contract, ReplyOf } from '@zmht/shared/contract'
import type { Tone } from '@zmht/shared/ui'

export type Seal = ReplyOf<Contract['permissions']['auditSeals']>['items'][number]
export type Verification = ReplyOf<Contract['permissions']['verifyAudit']>

/** So many characters of a digest are enough to compare by eye. */
const shown = 10

export const shortDigest = (digest: string): string => (digest.length <= shown ? digest : `${digest.slice(0, shown)}…`)

export const isOver = ({ state }: Pick<Verification, 'state'>): boolean => state === 'done' || state === 'failed'

export interface Verdict {
  readonly tone: Tone
  /** A word or two, for a list. */
  readonly short: string
  readonly title: string
  readonly detail: string
  /** What to do now, in order. */
  readonly steps: readonly string[]
}

const running: Verdict = {
  tone: 'quiet',
  short: '正在核对',
  title: '正在重新核对',
  detail: '正在把这一天的记录从头读一遍。离开这一页也会继续，回来能看到结果。',
  steps: [],
}

/** What a verification says, for a person; `dayWords` is the day in words. */
export function verdictOf({ state, whole, message }: Verification, dayWords: string): Verdict {
  if (state === 'failed') {
    return {
      tone: 'amber',
      short: '没有核对完',
      title: '没有核对完',
      detail: '核对中途停了，还不能说这一天有没有问题。',
      steps: ['再按一次“重新核对”。', '还是不行，请系统管理员看运行日志。'],
    }
  }
  if (state !== 'done' || whole === undefined) return running
  if (whole) {
    return {
      tone: 'accent',
      short: '核对一致',
      title: `${dayWords}的记录是完整的`,
      detail: `${message}，也和前一天接得上。`,
      steps: [],
    }
  }
  return {
    tone: 'danger',
    short: '核对不一致',
    title: `${dayWords}的记录和封存时不一样`,
    detail: `${message}。封存以后有人改过、加过或删过数据库里的记录，或者它和前一天接不上。`,
    steps: [
      '先不要改动数据库，也不要重启或清理。',
      '马上报告网络安全负责人和上级审计人员，说明是哪一天。',
      '请系统管理员用数据库备份恢复出这一天，和现在的记录逐条对照。',
      '把前后几天也核对一遍，看影响到哪里。',
    ],
  }
}
