/**
 * The error catalogue. Every answer that is not a success is one of these, as RFC 9457 problem details with a Chinese
 * sentence for the person and a stable code for the program.
 */

export const problemKinds = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
} as const
export type ProblemKind = keyof typeof problemKinds

interface CatalogueEntry {
  readonly kind: ProblemKind
  readonly status?: number
  readonly title: string
  readonly detail: string
}

/** Code → kind, and what the person reads. `detail` says what was kept and what to do. */
export const catalogue = {
  malformed: {
    kind: 'invalid',
    status: 400,
    title: '内容无法读取',
    detail: '发送的内容不是有效的格式，没有保存任何更改。请返回重试。',
  },
  invalid: { kind: 'invalid', title: '有内容需要修改', detail: '请按提示修改标出的内容再提交，已填写的内容都还在。' },
  'too-large': {
    kind: 'invalid',
    status: 413,
    title: '内容太多',
    detail: '一次提交的内容太多，没有保存任何更改。请减少后再试。',
  },
  'form-outdated': {
    kind: 'conflict',
    title: '表单已更新',
    detail: '这项服务的表单刚刚有了新版本。您填写的内容还在，请打开新版本核对后再提交。',
  },
  'form-broken': {
    kind: 'invalid',
    title: '表单还不能发布',
    detail: '表单里还有问题，草稿已保存。请按提示修改后再发布。',
  },
  'channel-closed': {
    kind: 'conflict',
    title: '服务已停止受理',
    detail: '这项服务已经停止受理，您填写的内容保存在草稿里。如有疑问请联系社区。',
  },
  'channel-paused': {
    kind: 'conflict',
    title: '服务暂停受理',
    detail: '这项服务暂停受理，没有提交。您填写的内容保存在这台手机的草稿里，恢复后可以接着提交。',
  },
  'channel-not-in-time': {
    kind: 'conflict',
    title: '不在受理时间里',
    detail: '现在不是这项服务的受理时间，没有提交。您填写的内容保存在这台手机的草稿里。',
  },
  'channel-elsewhere': {
    kind: 'conflict',
    title: '这项服务在别处办理',
    detail:
      '这项服务要到对方的网页或小程序里办，没有提交。您填写的内容还在这台手机的草稿里；请回到服务页，从那里打开。',
  },
  'slot-needed': {
    kind: 'invalid',
    title: '请选择时间',
    detail: '这项服务要先选一个时间，没有提交。您填写的内容还在，选好时间再提交。',
  },
  'slot-gone': {
    kind: 'conflict',
    title: '这个时间约不了',
    detail: '这个时间已经取消或者已经过了，没有提交。您填写的内容还在，请另选一个时间。',
  },
  'slot-full': {
    kind: 'conflict',
    title: '这个时间已满',
    detail: '这个时间的名额和候补都满了，没有提交。您填写的内容还在，请另选一个时间。',
  },
  'booked-already': {
    kind: 'conflict',
    title: '您已经约过了',
    detail: '这项服务一个人同时只能约一个时间，没有再提交。要换时间，请在“消息”里打开已经约的那一件，点“改约时间”。',
  },
  'task-not-running': {
    kind: 'conflict',
    title: '任务没有在进行',
    detail: '这个任务已暂停、结束或撤回，您填写的内容还在这台设备上，没有提交。如有疑问请联系下派单位。',
  },
  'own-answer': {
    kind: 'conflict',
    title: '这是您自己填的',
    detail: '自己填的要由别人核实，没有改动。请同事或上级单位来核实；要改的话，直接再填一次。',
  },
  'answers-differ': {
    kind: 'conflict',
    title: '有两份填得不一样',
    detail: '另一位同事也填了这一项，还没有核对，没有改动。请打开这一项，看过两份再提交一次。',
  },
  'ruled-already': {
    kind: 'conflict',
    title: '上级已经裁定',
    detail: '这一项退回过多次，上级已裁定需要办理，不能再退回，没有保存任何更改。如果情况有变，请直接联系下派单位。',
  },
  'not-a-colleague': {
    kind: 'invalid',
    title: '不能转给这位同事',
    detail: '所选的人现在不在这里工作，或者已经离岗，没有转出。请另选一位同事。',
  },
  'task-not-reached': {
    kind: 'conflict',
    title: '任务还没有转到这里',
    detail:
      '这个任务要由上级先接收并转下，之后才能在这里查看和填报。您填写的内容还在这台设备上，没有提交；着急的话请联系上级单位。',
  },
  'not-delegate': {
    kind: 'forbidden',
    title: '您现在不是这家单位的经办人',
    detail:
      '只有社区同意的经办人能看和办这家单位的事，没有保存任何更改；填了一半的还在这台手机上。可以到“我”里的“我代办的人和单位”查看，或重新申请。',
  },
  'not-meant': {
    kind: 'forbidden',
    title: '不在服务对象里',
    detail:
      '这项服务只面向一部分居民，按已登记的情况您和家人不在其中，没有提交。如果登记的情况有误，可在“我的信息”里更正。',
  },
  'channel-not-draftable': {
    kind: 'conflict',
    title: '现在不能这样操作',
    detail: '服务当前的状态不允许这样操作，没有保存任何更改。请刷新后再看。',
  },
  'no-such-place': {
    kind: 'invalid',
    title: '找不到这个地点',
    detail: '选择的地点不存在，没有保存任何更改。请重新选择地点。',
  },
  'outside-territory': {
    kind: 'forbidden',
    title: '超出管理范围',
    detail: '这里不在您所在单位的管理范围内，不能查看或更改，没有保存任何更改。',
  },
  'operation-impossible': {
    kind: 'conflict',
    title: '这样调整不了',
    detail: '按现在的情况不能这样调整，没有作任何更改。',
  },
  'personnel-impossible': {
    kind: 'conflict',
    title: '这样调整不了',
    detail: '按通讯录现在的情况不能这样调整，没有作任何更改。',
  },
  'own-personnel': {
    kind: 'forbidden',
    title: '不能办理自己的调整',
    detail: '自己的岗位要由其他人办理，没有作任何更改。请联系上级单位的通讯录维护人员。',
  },
  'application-busy': {
    kind: 'conflict',
    title: '应用正在开通或停用',
    detail: '等它办完再修改，没有保存这次的更改。',
  },
  'application-broken': {
    kind: 'invalid',
    title: '应用还不能开通',
    detail: '还有几处要补上，草稿已保存。请按提示修改后再开通。',
  },
  'application-not-opened': {
    kind: 'conflict',
    title: '还没有可以导出的版本',
    detail: '开通过一次以后才能导出。',
  },
  'application-file-broken': {
    kind: 'invalid',
    title: '文件不能安装',
    detail: '文件不完整或被改过，和签名对不上，没有安装任何内容。请向对方重新要一份。',
  },
  'step-not-allowed': {
    kind: 'conflict',
    title: '现在不能这样办理',
    detail: '这件事的状态已经变化，没有保存任何更改。请刷新后再看。',
  },
  'urged-today': {
    kind: 'conflict',
    title: '今天已经催过了',
    detail: '一天可以催一次，办理单位已经收到提醒。明天还没有进展，可以再催。',
  },
  'reopened-enough': {
    kind: 'conflict',
    title: '不能再提出了',
    detail: '办结后 15 天内可以请求再办，最多两次。还有问题请重新提交，之前的内容都还在。',
  },
  'already-theirs': {
    kind: 'conflict',
    title: '这件事已经在这个单位',
    detail: '请选择其他单位，没有保存任何更改。',
  },
  'gave-back': {
    kind: 'conflict',
    title: '这个单位已经退回过',
    detail: '请选择其他单位，或者由上级确定由谁办。没有保存任何更改。',
  },
  'too-many-beside': {
    kind: 'invalid',
    title: '协办单位太多',
    detail: '一件事最多请 5 个单位协办，没有保存任何更改。',
  },
  'too-many-errands': {
    kind: 'conflict',
    title: '交办的还没有回来',
    detail: '一件诉求最多同时交办 5 项，请等做完的回来再交办。没有保存任何更改。',
  },
  'nobody-there': {
    kind: 'conflict',
    title: '这个单位现在没有人能办',
    detail: '这个单位没有在岗的办理人员，请选择其他单位。没有保存任何更改。',
  },
  'with-another': {
    kind: 'forbidden',
    title: '这件事在其他单位办理',
    detail: '您可以查看进展。要了解情况，请联系办理单位。没有保存任何更改。',
  },
  'parts-not-agreed': {
    kind: 'conflict',
    title: '还要其他单位同意',
    detail: '已请参与的单位确认，同意后就可以发布。草稿都还在。',
  },
  'note-needed': {
    kind: 'invalid',
    title: '请写明说明',
    detail: '这一步需要写明说明，对方会看到。已填写的内容都还在。',
  },
  'own-proposal': {
    kind: 'forbidden',
    title: '不能审核自己的提议',
    detail: '修订要由提议人以外的人审核，没有保存任何更改。',
  },
  'grant-beyond': {
    kind: 'forbidden',
    title: '这条规则不能由您来定',
    detail: '规则超出了您能给的范围，没有保存任何更改。请按提示修改后再保存。',
  },
  'revision-broken': {
    kind: 'invalid',
    title: '这样改还不行',
    detail: '修订里有内容需要修改，没有保存。请按提示改好再提交。',
  },
  'purpose-needed': {
    kind: 'forbidden',
    title: '请写明查看理由',
    detail: '这份材料是敏感个人信息，写明理由后才能查看，查看会留下记录，本人看得到。',
  },
  changed: {
    kind: 'conflict',
    title: '内容已被更新',
    detail: '在您编辑期间有人更新了同一内容，您的更改没有保存。请刷新后再改。',
  },
  'key-reused': {
    kind: 'conflict',
    title: '编号已被使用',
    detail: '这个编号已用于另一件事，没有保存任何更改。请返回重新提交。',
  },
  'consent-needed': {
    kind: 'forbidden',
    title: '需要您先同意',
    detail: '请先阅读并同意《用户隐私保护指引》，您填写的内容都还在。',
  },
  'home-needed': { kind: 'conflict', title: '请先选择住址', detail: '选择您的住址后，就能看到您所在社区的服务。' },
  'wrong-code': { kind: 'invalid', title: '验证码不对', detail: '验证码不正确或已过期，请重新获取后再试。' },
  'unknown-official': {
    kind: 'forbidden',
    title: '没有找到您的岗位',
    detail: '这个手机号不在通讯录的在岗人员里。请联系本单位的通讯录维护人员。',
  },
  unauthenticated: {
    kind: 'unauthenticated',
    title: '请重新登录',
    detail: '登录已过期，请重新登录。已填写的内容都还在。',
  },
  'session-revoked': { kind: 'unauthenticated', title: '请重新登录', detail: '为了安全，这次登录已失效，请重新登录。' },
  'not-in-office': {
    kind: 'forbidden',
    title: '发布人已不在岗',
    detail: '替他办理的应用暂时停下，已经办好的都保留。请由现在的负责人重新开通一次，再试没有办成的。',
  },
  forbidden: { kind: 'forbidden', title: '没有权限', detail: '您的岗位没有这项权限，没有保存任何更改。' },
  'not-found': { kind: 'not-found', title: '没有找到', detail: '没有找到要看的内容，可能已被移除，或不向您开放。' },
  'method-not-allowed': {
    kind: 'invalid',
    status: 405,
    title: '不支持的操作',
    detail: '不支持这样的操作，没有保存任何更改。',
  },
  'names-somebody': {
    kind: 'conflict',
    title: '写到了居民的信息',
    detail: '公开的内容里有居民填写的信息，没有公开，您写的还在。请改成不认得出是谁的话。',
  },
  'enough-today': {
    kind: 'too-many',
    title: '今天已经很多了',
    detail: '您今天已经提交了很多，这一件没有提交，填写的内容还在。明天可以接着提交。',
  },
  'too-many': { kind: 'too-many', title: '操作太频繁', detail: '操作太频繁，请稍等一分钟再试。已填写的内容都还在。' },
  unavailable: {
    kind: 'unavailable',
    title: '服务暂时繁忙',
    detail: '服务暂时繁忙，请稍后再试。您填写的内容都还在，重复提交不会产生两份。',
  },
  'wechat-unavailable': {
    kind: 'unavailable',
    title: '微信暂时没有回应',
    detail: '微信暂时没有回应，请稍后再试，或改用手机验证码登录。',
  },
} as const satisfies Record<string, CatalogueEntry>

export type ProblemCode = keyof typeof catalogue

export interface FieldProblem {
  /** Dotted path in the input, e.g. `body.answers.applicant.0.values.k3`. */
  readonly path: string
  readonly message: string
}

/** RFC 9457 problem details, as sent with `application/problem+json`. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  readonly fields?: readonly FieldProblem[]
}

/** A refusal as a value that can be thrown. The message is for logs and carries no personal value. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly document: ProblemDocument
  constructor(
    readonly code: ProblemCode,
    options: { readonly detail?: string; readonly fields?: readonly FieldProblem[]; readonly cause?: unknown } = {},
  ) {
    // Which fields, for whoever reads a log; what was wrong with them may quote what somebody entered.
    const where = (options.fields ?? []).map(({ path }) => path).join(', ')
    super(
      where === '' ? code : `${code} (${where})`,
      options.cause === undefined ? undefined : { cause: options.cause },
    )
    this.document = problemDocument(code, options)
  }
  get kind(): ProblemKind {
    return catalogue[this.code].kind
  }
}

/** @returns the document sent for a code; `detail` replaces the catalogue's sentence where something more exact is known. */
export function problemDocument(
  code: ProblemCode,
  options: { readonly detail?: string; readonly fields?: readonly FieldProblem[] } = {},
): ProblemDocument {
  const entry: CatalogueEntry = catalogue[code]
  return {
    type: `urn:zmht:problem:${code}`,
    title: entry.title,
    status: entry.status ?? problemKinds[entry.kind],
    code,
    detail: options.detail ?? entry.detail,
    ...(options.fields && options.fields.length > 0 ? { fields: options.fields } : {}),
  }
}

/** Reads a problem document from an answer; anything else becomes `unavailable`. */
export function readProblem(answer: unknown): Problem {
  if (typeof answer === 'object' && answer !== null && 'code' in answer) {
    const { code, detail, fields } = answer as { code: unknown; detail?: unknown; fields?: unknown } // parse boundary
    if (typeof code === 'string' && code in catalogue) {
      return new Problem(code as ProblemCode, {
        ...(typeof detail === 'string' ? { detail } : {}),
        ...(Array.isArray(fields) ? { fields: fields.filter(isFieldProblem) } : {}),
      })
    }
  }
  return new Problem('unavailable')
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return typeof value === 'object' && value !== null && 'path' in value && 'message' in value
}
