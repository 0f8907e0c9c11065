import type { NoticeContent } from '../contract'

/** A notice to start from. What stands in （填…） is for the author to fill in; {姓名} and {住址} are filled in for whoever reads it. */
export interface NoticeTemplate {
  readonly id: string
  /** As the gallery calls it. */
  readonly name: string
  readonly content: Pick<NoticeContent, 'title' | 'text' | 'urgency' | 'questions'>
  /** Days it stands by default. */
  readonly days: number
}

const comeOrNot: NoticeContent['questions'] = [
  {
    key: 'come',
    label: '您来参加吗',
    required: true,
    options: [
      { code: 'yes', label: '来' },
      { code: 'no', label: '不来' },
    ],
  },
  { key: 'many', label: '几个人来', required: false },
]

export const noticeTemplates: readonly NoticeTemplate[] = [
  {
    id: 'flood',
    name: '汛情预警',
    days: 2,
    content: {
      title: '暴雨预警，请注意避险',
      urgency: 'emergency',
      text: '{姓名}，您好：\n气象台已发布暴雨（红色）预警。{住址}附近可能积水。\n请您：\n1. 不要外出，远离地下室、低洼处和河道；\n2. 关好门窗，断开低处的电源；\n3. 需要转移或帮助时，拨打社区值班电话（填电话）。\n避险地点：（填地点）。',
      questions: [
        {
          key: 'safe',
          label: '您和家人现在怎么样',
          required: true,
          options: [
            { code: 'safe', label: '都安全' },
            { code: 'help', label: '需要帮助' },
          ],
        },
      ],
    },
  },
  {
    id: 'outage',
    name: '停水停电',
    days: 3,
    content: {
      title: '停水通知',
      urgency: 'important',
      text: '{姓名}，您好：\n因（填原因），（填日期）（填几点）至（填几点）停水，涉及{住址}所在楼栋。\n请提前存水，用水后关好龙头。\n有老人、病人不方便的，可打社区电话（填电话）。',
      questions: [],
    },
  },
  {
    id: 'meeting',
    name: '居民会议和活动',
    days: 14,
    content: {
      title: '邀请您参加居民会议',
      urgency: 'routine',
      text: '{姓名}，您好：\n（填日期）（填几点）在（填地点）召开居民会议，议题是（填议题）。\n请您告诉我们来不来，方便准备座位。',
      questions: comeOrNot,
    },
  },
  {
    id: 'vaccine',
    name: '疫苗接种',
    days: 30,
    content: {
      title: '流感疫苗开始接种',
      urgency: 'routine',
      text: '{姓名}，您好：\n（填日期）起，（填地点）为 60 岁以上的居民免费接种流感疫苗。\n请带身份证，行动不便的可以预约上门。',
      questions: [
        {
          key: 'want',
          label: '您要接种吗',
          required: true,
          options: [
            { code: 'yes', label: '要' },
            { code: 'home', label: '要，请上门' },
            { code: 'no', label: '不用' },
          ],
        },
      ],
    },
  },
  {
    id: 'heating',
    name: '入户检查',
    days: 7,
    content: {
      title: '供暖入户检查',
      urgency: 'important',
      text: '{姓名}，您好：\n（填日期）工作人员到{住址}检查供暖，请家里留人。检查免费，工作人员佩戴工作证，不收任何费用。',
      questions: [
        {
          key: 'home',
          label: '那天家里有人吗',
          required: true,
          options: [
            { code: 'yes', label: '有人' },
            { code: 'no', label: '没人，请改天' },
          ],
        },
      ],
    },
  },
]
