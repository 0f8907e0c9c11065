/** The privacy guideline as residents read it. The version in force comes from the server; this is the text it stands for. */
export const guideline: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: '我们用到您的哪些信息',
    text: '您的手机号或微信登录标识，用来确认是您本人；您的住址，用来显示您所在社区的服务；您在办事时填写的内容，用来办理这件事。没有用到的，我们不收集。',
  },
  {
    title: '谁能看到',
    text: '只有负责您所在地方、并且在办理这件事的工作人员能看到需要的内容。身份证号、手机号默认只显示一部分，要看完整内容必须写明理由，并留下记录；为办这件事打电话给您，按一下就能拨通，不用先看完整号码。',
  },
  {
    title: '填过的内容怎样再用',
    text: '您填过的内容会保存为您的资料，下次办事时自动填好，由您确认后才使用。每一项都写明来自哪里、什么时候填的。',
  },
  {
    title: '存在哪里，存多久',
    text: '您的信息存放在中国境内，敏感内容加密保存。您注销或撤回同意后，只因这项同意而保存的内容会被删除。',
  },
  {
    title: '您可以做什么',
    text: '您可以在“我”里查看自己的资料，在办理中撤回申请，或联系社区更正、删除您的信息、撤回同意。',
  },
]
