/**
 * What one account may ask for on a day in China: in all, and of one service or about one request. A family of eight is well inside; who is beyond is told
 * what was kept and where to turn to.
 */
export const mostADay = {
  request: {
    all: 30,
    alike: 10,
    words: '您今天提交的申请已经很多了，这一件没有提交，填写的内容还在草稿里，明天可以接着提交。急事请直接打社区电话。',
  },
  step: {
    all: 60,
    alike: 20,
    words:
      '您今天补充和催办已经很多次了，这一次没有发出去，写的内容还在。办理单位看得到您之前说的；急事请直接打办理单位的电话。',
  },
} as const
