import { clean } from './canonical'

/**
 * Columns that speak of the sheet itself and of those who work on it, not of what its rows are about: 填表人, 采集日期, 网格员, 小计.
 * No attribute means them, unless one is called exactly so.
 */

/** What is done with a sheet. */
const deeds =
  '填表|填报|填写|制表|制单|录入|采集|登记|审核|复核|审定|核对|校对|统计|汇总|核查|核实|排查|摸排|摸底|普查|调查|更新|动态更新|数据更新|报送|上报|上传|经手|走访|入户|检查|巡查|巡检|盘点|录像|签收|核销|核定|建档|建表|归档|评定|评估|公示|监督|督导|督查|抽查|确认'
const doers =
  '人|员|者|人员|单位|部门|机构|组|人姓名|员姓名|人员姓名|单位名称|人签字|人签名|员签字|员签名|人员签字|人员签名|签字|签名|人电话|员电话|人联系电话|员联系电话|人联系方式|员联系方式|人手机|人手机号|单位盖章|单位意见|人意见'
const days = '日期|时间|年月|年月日|时间戳|年度|月份|日'

/** Who looks after people, places and firms for the community. */
const roles =
  '网格员|网格长|网格负责人|网格指导员|网格督导员|专职网格员|兼职网格员|微网格员|微网格长|社工|社区工作者|社区干部|村干部|社区民警|片区民警|片警|民警|辅警|包片领导|包片干部|包保领导|包保干部|包保责任人|包保人|包联领导|包联干部|包联责任人|包户干部|包抓领导|包抓干部|挂钩领导|挂钩干部|联系领导|联系干部|责任领导|分管领导|主管领导|带班领导|值班领导|驻村干部|驻点干部|下沉干部|帮扶责任人|帮扶干部|帮扶人|结对干部|结对党员|对接人|联络员|信息员|协管员|督导员|指导员|班主任|任课教师|辅导员|所长|队长|社区书记|村书记|社区主任|村主任|居委会主任|业委会主任|项目经理|项目负责人|监理|监护民警|列管民警|矫正小组|村医|随访医生|主治医生|接种医生|责任护士|护工|讲师|授课人|主讲人|主持人|记录人|证明人|见证人|介绍人|推荐人|担保人|代填人'
const roleTails =
  '姓名|名字|电话|手机|手机号|手机号码|联系电话|联系方式|签字|签名|单位|职务|意见|工号|身份证号|身份证号码|编号|审核|情况'

/** What is reckoned from other columns or fills the row. */
const sums =
  '合计|小计|总计|累计|共计|汇总|占比|百分比|同比|环比|排名|名次|得分|扣分|分数|评分|总分|分值|权重|考核得分|考核结果|考核等次|平均值|其他|其它|备用|空白|附表|页码|批次|签章|盖章|公章|填表说明|填写说明|操作|操作人|数据来源|有效标识|是否有效|是否完整|截图|链接|二维码'

const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`)
/** Who signs for the office; 申请人签字 is that of whom the row is about. */
const signed =
  /^(经办|承办|审核|审批|受理|检查|网格|社工|负责|主管|调查|填表|工作|登记|复核|领导|接待|采集|走访)(人|员|人员|领导)?(签字|签名|签章|盖章)(确认)?$/
const made = whole(`(?:${deeds})(?:${doers})(?:[0-9一二三])?`)
const dated = whole(`(?:${deeds})(?:${days})`)
const role = whole(`(?:责任|所属|所在|社区|村|小区|楼栋|专职)?(?:${roles})(?:及|和)?(?:${roleTails})*`)
const reckoned = whole(sums)

export type Bookkeeping = 'doer' | 'day' | 'role' | 'sum'

/** @returns in what way a cleaned heading speaks of the sheet itself, or nothing when it does not */
export function bookkeepingIn(text: string): Bookkeeping | undefined {
  if (reckoned.test(text)) return 'sum'
  if (dated.test(text)) return 'day'
  if (made.test(text) || signed.test(text)) return 'doer'
  return role.test(text) ? 'role' : undefined
}

/** Columns that only number the rows. */
const counting = /^(序号?|序列|行号|项次|no|sn|id|顺序号|编次|排序|#)$/i

export const isCounting = (heading: string): boolean => counting.test(clean(heading).text)
