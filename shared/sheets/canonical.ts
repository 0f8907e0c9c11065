/**
 * How a heading is written is not what it means: this gives the tokens it is compared by. Words that mean the same in any heading
 * (日期/时间, 编号/号码, 类型/类别 …) become one token; everything else stays as it is, character by character.
 */

/** What the last word of a heading says of the values below it. */
export type Head =
  | 'date'
  | 'phone'
  | 'number'
  | 'kind'
  | 'name'
  | 'place'
  | 'count'
  | 'money'
  | 'level'
  | 'photo'
  | 'until'
  | 'state'
  | 'way'
  | 'reason'

/** General words of headings; the first of a class names it. Longer words are tried first. */
const classes: Readonly<Record<string, string>> = {
  date: '日期|时间|年月日|年月|时刻|日子',
  phone:
    '电话号码|手机号码|手机号|联系电话|联系方式|联系手机|移动电话|联系号码|联络电话|联络方式|通讯方式|通讯电话|电话|手机|联系方法',
  number: '编号|号码|代码|编码|号',
  kind: '类型|类别|种类|分类|类',
  name: '姓名|名字|名称|全称|全名|称呼',
  place: '详细地址|详细住址|详址|地址|地点|位置|所在地|地',
  count: '数量|个数|总数|数目|合计数|数',
  money: '金额|费用|款项|价款|价格',
  level: '等级|级别|分级|程度|水平',
  photo: '照片|图片|相片|影像|照',
  until:
    '有效期至|有效期止|有效期截止|有效期限|有效期|有效日期|到期日期|到期时间|到期日|截止日期|截止时间|截止日|失效日期|届满日|终止日期|终止时间|期限至|至|到期|期限|时限|限期',
  state: '情况|状况|状态|现状|现况',
  way: '方式|形式|方法|途径',
  reason: '原因|事由|理由|缘由|成因|因素',
}

/** Words for the same thing, whatever the sheet is about. */
const synonyms: readonly string[] = [
  '老年人|老人|长者|长辈',
  '儿童|孩子|小孩|幼儿|宝宝|婴幼儿',
  '车辆|机动车|汽车|车',
  '房屋|住房|房产|住宅|房子',
  '商户|店铺|门店|商铺|门面|店',
  '单位|公司|企业|机构|部门|科室',
  '死亡|去世|逝世|过世|病故',
  '接种|注射|打针',
  '处理|办理|处置|受理处理|经办|承办',
  '走访|探访|入户|访视|上门走访|慰问走访',
  '答复|回复|反馈',
  '办结|完成|结案|完结|办毕',
  '购置|购买|采购|购入',
  '生产|制造|出厂|厂',
  '残疾|残障',
  '低保|最低生活保障',
  '配偶|爱人|老伴|对象配偶',
  '父亲|爸爸|父',
  '母亲|妈妈|母',
  '监护人|家长',
  '居住|现住|常住|现居住|现居|实际居住|住',
  '户籍|户口|户籍所在|户口所在',
  '工作|上班',
  '学校|院校|校名',
  '毕业|毕业于',
  '开始|起始|起',
  '结束|终止|止',
  '检查|检验|检测|查验|年检|年审|检审',
  '维保|保养|维护|养护|维护保养',
  '整改|整治',
  '发生|事发|案发',
  '上报|报告|填报|报送',
  '申请|申报|申办',
  '银行账户|银行账|银行卡|银行帐户|账户|帐户|卡|存折',
  '体检|健康检查',
  '疾病|病症|患病|病',
  '困难|困境|贫困',
  '补贴|补助|津贴',
  '收入|所得',
  '志愿者|义工|志愿服务',
  '负责人|责任人|主管人',
  '统一社会信用|统一信用|社会信用|信用',
  '身份证|身份证件|公民身份证|公民身份|居民身份证',
  '人员|人口',
  '出生|生',
  '婚姻|婚育|婚',
  '民族|族别',
  '文化|教育|受教育',
  '车牌|号牌|牌照|牌号',
  '面积|平米|平方',
  '经营|营业',
  '现有|现存|当前|目前',
  '下次|下一次|下回',
  '上次|最近一次|最近|上一次',
  '要求|诉求',
  '描述|说明|简述|概述',
  '意见|批示',
  '慢性病|慢病|慢性疾病',
  '联系人|联络人',
  '消火栓|消防栓',
  '电动自行车|电动车|电瓶车|电单车|助动车',
  '违法建设|违章建筑|违建|违法建筑|违章搭建|私搭乱建|违章',
  '医疗保险|医保',
  '群众|居民|村民|市民',
  '入伍|参军|应征入伍',
  '退役|退伍|复员',
  '家庭医生|家医',
  '长护险|长期护理保险|长期护理险',
  '残疾人证|残疾证',
  '社保卡|社会保障卡',
  '垃圾桶|垃圾箱|果皮箱',
  '摄像机|摄像头|监控探头|探头',
  '危险化学品|危化品',
  '安全隐患|隐患',
  '矛盾纠纷|纠纷',
  '领取|享受|享有|领',
  '营业执照|执照',
  '更换|变更',
  '频次|频率',
  '下降|减少',
  '进展|进度',
  '损坏|损毁|毁损|受损',
  '转移|撤离|疏散',
  '是否|有无|有没有|是不是|是否有|是否存在|是否设有|是否配备|是否安装|是否为|是否是|是否属于|是否属|是否享受|是否领取|能否|可否',
  '运营|运行|营运',
  '厂家|厂商|制造商|生产商|制造单位|生产单位|生产企业',
  '性质|属性',
  '结果|结论',
  '缴纳|缴费|交纳|缴存',
  '工资|薪资|薪酬|薪水',
  '坐落|所处|位于',
  '堵塞|占用|封堵|占用堵塞',
  '照护|照料|照顾|护理|看护',
  '派单|派遣|派发|分派|转派|交办|转办|下派',
  '参加|参与|出席',
  '预计|计划|拟|预期',
  '诊断|确诊',
  '服药|用药|吃药',
  '用途|用处',
  '宠物|犬只|犬',
  '联络员|联系员',
  '配备|配置|配发',
  '建成|建造|修建|兴建',
  '抵达|到达|抵',
  '小区|楼盘',
  '年龄|年纪|岁数',
]

const tokenOf = new Map<string, string>()
for (const [name, words] of Object.entries(classes)) for (const word of words.split('|')) tokenOf.set(word, `#${name}`)
for (const group of synonyms) {
  const [first = '', ...others] = group.split('|')
  for (const word of [first, ...others]) if (!tokenOf.has(word)) tokenOf.set(word, `~${first}`)
}
const longestWord = Math.max(...[...tokenOf.keys()].map((word) => word.length))

/** One character words stand for their class only at the end of a heading: 地 in 出生地, not in 地名. */
const onlyAtTheEnd = new Set(['号', '类', '地', '数', '照', '至', '起', '止', '款'])
const never = new Set(['住', '生', '车', '人', '店', '病', '父', '母', '婚', '卡', '厂'])

/** @returns the tokens of a text that has already been cleaned */
export function tokensOf(text: string): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; ) {
    const word = wordAt(text, at)
    found.push(word === undefined ? text.charAt(at) : (tokenOf.get(word) ?? word))
    at += word?.length ?? 1
  }
  return found.filter((token, at) => token !== found[at - 1])
}

function wordAt(text: string, at: number): string | undefined {
  for (let length = Math.min(longestWord, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length)
    if (!tokenOf.has(word)) continue
    if (onlyAtTheEnd.has(word) && (at + length < text.length || at === 0)) continue
    if (never.has(word) && text.length > length) continue
    return word
  }
  return undefined
}

export function headOf(tokens: readonly string[]): Head | undefined {
  const last = tokens.at(-1)
  return last?.startsWith('#') ? (last.slice(1) as Head) : undefined // class tokens are written from `classes` alone
}

/** What people add to a heading for the one who fills it in. */
const marks =
  /(单位[:：].*$|注[:：].*$|必填项?|选填项?|非必填|可不填|下拉选择|请选择|单选|多选|文本格式|格式.*$|示例.*$|例如.*$|如[:：].*$|填写?是或否|请填写?|请输入)/g
const numbering =
  /^(第?[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[、.．)）]\s*)/

export interface Cleaned {
  /** Without marks, numbering, brackets and blanks. */
  readonly text: string
  /** What stood in brackets: a unit, the choices, another name. */
  readonly aside: readonly string[]
  /** 是否, 有无: answered by yes or no. */
  readonly asksYesNo: boolean
}

const asking =
  /^(是否|有无|是不是|有没有|能否|可否|会不会|能不能|需不需要|要不要|愿不愿意|愿不愿|需否|愿否|已否)(为|是|有|属于|属|享受|患有|已经|已|需要|需|存在|设有|设置|配备|安装|具备|参加|办理|签订|落实)?/

/** Choices written behind a heading without brackets: 处理状态0未确认,1已确认. */
const codedChoices = /[0-9][:.、-]?\p{Script=Han}{1,8}(?:[,;、/][0-9][:.、-]?\p{Script=Han}{1,8})+[,;。.]?$/u

/** Where a picture is kept is no other thing than the picture: 照片路径, 图片链接. */
const whereKept = /(照片|图片|相片|影像|附件)(地址|路径|链接|列表|url|文件|jpg|png)+$/i

/** @returns a heading without what does not belong to its meaning */
export function clean(heading: string): Cleaned {
  const written = heading
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(numbering, '')
    .replace(/地(?=地址|详址|详细地址)/, '')
    .replace(/(jpg|png|jpeg|pdf)(?=照片|图片|文件|扫描件)/i, '')
    .replace(whereKept, '$1')
    .replace(/(类别|类型|种类)代码$/, '$1')
  const coded = codedChoices.exec(written)
  const flat = coded
    ? `${written.slice(0, coded.index)}(${coded[0].replace(/[0-9][:.、-]?/g, '').replace(/[,;]/g, '/')})`
    : written
  const aside = [...flat.matchAll(/[([【{<《「](.*?)[)\]】}>》」]/g)].map(([, inner = '']) => inner.replace(marks, ''))
  const outside = flat
    .replace(/[([【{<《「].*?[)\]】}>》」]/g, '')
    .replace(marks, '')
    .replace(/[*＊★:：;；,，。?？!！"“”'‘’_|~`#\\·•…—–-]+/g, '')
    .toLowerCase()
  const asksYesNo =
    asking.test(outside) || aside.some((one) => /^(是|有|√|已|能|会)[/、或,，]?(否|无|×|未|不能|不会)$/.test(one))
  return { text: outside, aside: aside.filter((one) => one !== ''), asksYesNo }
}

/** A lone character in brackets that says how the value is counted: 面积（米）; any other says which one is meant: 视力（左）. */
const unitSign =
  /^[米元个人次岁天户间台套件名只辆层年月日份克升吨度条处栋幢部家级万亩座块张根支桶瓶箱袋组班床周时分秒]$/

/** @returns whether what stands in brackets belongs to the meaning: 血压（高压）, and not a unit or the choices */
export function tellsWhich(aside: string): boolean {
  if (/[/、,，|;；]/.test(aside) || aside.length > 8) return false
  return /\p{Script=Han}{2}/u.test(aside) || (/^\p{Script=Han}$/u.test(aside) && !unitSign.test(aside))
}

/** @returns a known heading as `clean` leaves one that is read, with what its brackets tell */
export function writtenPlainly(heading: string): string {
  const { text, aside } = clean(heading)
  return text + aside.filter(tellsWhich).join('')
}

/** Said of nearly any column; without them the heading still means the same. */
const noise =
  /^(本人|个人|现在|现有|现|目前|当前|具体|详细|实际(?!.*[数额])|主要|最新|最近|所属|所在|所|该|其|被访者?|常用|有效|相关|其他)(?=..)|(情况|信息|详情|内容|资料|填写|登记|状况|概况|明细|标识|与否)$/

/** Which one of several is spoken of, where there is mostly one: 行驶证车主, 受委托照护人. */
const qualifiers =
  /^(规划|行驶证|产权证|房产证|营业执照|证照|执照|第一|日常|指定|受委托|委托|受托|直接|专职|兼职|本户|本年度?|当年|全年|累计|初步|已|现场|家中|家里|户内)(?=..)/

/** @returns the choices that stand in brackets: 自有/租住/借住; not letters or figures, which say nothing */
export function choicesIn({ aside }: Cleaned): readonly string[] {
  const [most = []] = aside
    .map((one) => one.split(/[/、,，|;；或]/).filter((choice) => /\p{Script=Han}/u.test(choice)))
    .sort((one, other) => other.length - one.length)
  return most.every((choice) => choice.length === 1 && /[一二三四五六七八九十]/.test(choice)) ? [] : most
}

export const withoutNoise = (text: string): string => {
  const shorter = text.replace(noise, '')
  return shorter.length >= 2 ? shorter : text
}

const sharedTail = /(单位|地址|电话|日期|时间|名称|姓名|号码|编号|情况|人员|类型|学校|地点)$/

/** @returns what stands side by side in a heading: 手机/电话; nothing when it is one thing */
export function partsOf({ text }: Cleaned): readonly string[] {
  // 与户主关系, 证照与地址一致: said of both together.
  if (/^[与和]|关系|一致|相符|是否|对应/.test(text)) return []
  const split = text.split(/[/、或及和与&]/)
  const last = split.at(-1) ?? ''
  const tail = sharedTail.exec(last)?.[0] ?? ''
  // 工作/学习单位: the last word is that of both.
  const parts = split
    .map((part) =>
      part.length > 0 && part.length <= 2 && last.length > 2 && !part.endsWith(tail) ? part + tail : part,
    )
    .filter((part) => part.length > 1)
  return parts.length > 1 ? parts : []
}

/** @returns the ways a heading may be read, each with how much is left of its certainty */
export function readingsOf({ text, aside, asksYesNo }: Cleaned): readonly { text: string; certainty: number }[] {
  const found = new Map<string, number>([[text, 1]])
  const add = (reading: string, certainty: number) => {
    if (reading !== '' && (found.get(reading) ?? 0) < certainty) found.set(reading, certainty)
  }
  if (asksYesNo) {
    add(text.replace(/^(是否|有无|是不是|有没有|能否|可否)/, ''), 0.98)
    add(text.replace(asking, ''), 0.97)
  }
  if (/[/、]/.test(text)) add(text.replace(/[/、]/g, ''), 0.95)
  for (const other of aside) {
    if (tellsWhich(other)) {
      add(text + clean(other).text, 0.95)
      // 电话（手机）: what is in brackets says which.
      if (text.length <= 2 && tokensOf(text)[0]?.startsWith('#')) add(clean(other).text, 0.86)
    }
  }
  for (const [reading, certainty] of [...found]) {
    const shorter = reading.replace(noise, '')
    if (shorter.length >= 2) add(shorter, certainty * 0.97)
    const shortest = shorter.replace(noise, '')
    if (shortest.length >= 2) add(shortest, certainty * 0.95)
    const withoutCount = reading.replace(/(\p{Script=Han}{2})[1-9一二三]$/u, '$1')
    add(withoutCount, certainty * 0.98)
    const unmeasured = reading.replace(/^(..+?)(平方米|平米|厘米|毫米|公斤|千克|公里|万元|亿元|元)$/, '$1')
    add(unmeasured, certainty * 0.98)
    const unqualified = reading.replace(qualifiers, '')
    add(unqualified, certainty * 0.93)
    const inner =
      reading.slice(0, 2) + reading.slice(2).replace(/(详细|具体|主要|基本|相关|所在|登记|简要|有关)(?=.)/g, '')
    add(inner, certainty * 0.96)
    const withoutUnit = reading.replace(/(\p{Script=Han}{2})(cm|mm|km|kg|mg|kw|mpa|m|g|w|h)[²2³3]?$/u, '$1')
    add(withoutUnit, certainty * 0.99)
    const bare = reading.replace(/(户|人员|对象|家庭|者|人)$/, '')
    if (asksYesNo && bare.length >= 2) add(bare, certainty * 0.95)
    const withoutOf = reading.replace(/的/g, '')
    add(withoutOf, certainty * 0.99)
  }
  return [...found].map(([reading, certainty]) => ({ text: reading, certainty }))
}
