/** The privacy guideline 隐私保护指引 in force, by the month it was published. A new one asks everybody again. */
export const privacyGuideline = '2026-11'

/** Its text, by heading. Shown before anything personal is asked; what it lists is what the product really does. */
export const privacyGuidelineText: readonly { readonly heading: string; readonly text: string }[] = [
  {
    heading: '我们收集什么',
    text: '您的微信标识、手机号、住址，以及您在办理服务时自己填写的内容（例如姓名、身份证号、健康状况）。不填写就不会收集。',
  },
  {
    heading: '用来做什么',
    text: '用于为您显示所在社区的服务、办理您的申请、告诉您进度，并在下次办理时为您预填，免得重复填写。',
  },
  {
    heading: '谁能看到',
    text: '只有为您所在地方服务的工作人员，按岗位权限查看。身份证号、健康状况等敏感内容默认隐藏，查看必须写明理由并留下记录。',
  },
  {
    heading: '怎样保存',
    text: '数据保存在中国境内，敏感内容加密保存。每一项资料都记着来源和时间，您可以在「我」里查看。',
  },
  {
    heading: '您的权利',
    text: '您可以查看和更正自己的资料，撤回申请，联系社区要求删除。不同意本指引时，您仍可到社区窗口办理。',
  },
]
