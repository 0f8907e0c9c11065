import type { ProvisionReply } from '@zmht/shared/contract'
import { type ProvisionState, provisionStates } from '@zmht/shared/provisions'

type Tone = 'quiet' | 'accent' | 'amber' | 'danger'

/** How an ask stands, with the colour it is told in. */
export const stateWords: Readonly<Record<ProvisionState, { readonly name: string; readonly tone: Tone }>> = {
  asked: { name: provisionStates.asked, tone: 'amber' },
  approved: { name: provisionStates.approved, tone: 'accent' },
  'in-force': { name: provisionStates['in-force'], tone: 'accent' },
  returned: { name: provisionStates.returned, tone: 'danger' },
  expired: { name: provisionStates.expired, tone: 'quiet' },
  ended: { name: provisionStates.ended, tone: 'quiet' },
}

/** How much of a field is given. */
export const givenWords = { full: '明文', masked: '遮盖', none: '不给' } as const

export const sourceWords = {
  ledger: '直接看台账里的最新数据',
  sheet: '由对方用表格下发',
} as const

type Step = ProvisionReply['history'][number]['step']

/** What happened to an ask. */
export const stepWords: Readonly<Record<Step, string>> = {
  ask: '提出申请',
  approve: '批准',
  return: '退回',
  begin: '数据可以看了',
  expire: '到期，自动收回',
  end: '撤回',
}

/** What whoever reads an ask waits for, or can do now. */
export function nextWords(
  { state, dataSet, supplier, asker, may, until, history }: ProvisionReply,
  day: (day: string) => string,
): string {
  const given = history.some(({ step }) => step === 'approve')
  switch (state) {
    case 'asked':
      return may.decide
        ? `${asker.name}在等您审批。批准后，对方只能看到您给的内容，到期自动收回。`
        : `已交给${supplier.name}，批准或退回后会显示在这里。`
    case 'approved':
      return dataSet.source === 'sheet' ? `已批准，等${supplier.name}下发表格。` : '已批准，正在生效，几秒后就能看。'
    case 'in-force':
      return `可以用到${day(until)}（含当天），之后自动收回。每次查看都会记录。`
    case 'returned':
      return '没有批准。按下面的原因改好以后，可以重新申请。'
    case 'expired':
      return given
        ? '已到期，数据已经收回。还要用的话，请重新申请。'
        : '到了申请的期限还没有批，已自动结束。还要用的话，请重新申请。'
    case 'ended':
      return given ? '已撤回，数据已经收回。还要用的话，请重新申请。' : '申请已撤回，没有给出任何数据。'
  }
}
