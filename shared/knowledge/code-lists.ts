import type { CodeList } from './types'

/** Code lists: complete where the standard is small, its main classes where it is not (said in `definitions.ts`). */
export const codeLists: readonly CodeList[] = [
  list('sex', '性别', 'GB/T 2261.1-2003', '0 未知的性别|1 男|2 女|9 未说明的性别'),
  list(
    'nationality',
    '民族',
    'GB/T 3304-1991',
    '01 汉族|02 蒙古族|03 回族|04 藏族|05 维吾尔族|06 苗族|07 彝族|08 壮族|09 布依族|10 朝鲜族|11 满族|12 侗族|13 瑶族|14 白族|' +
      '15 土家族|16 哈尼族|17 哈萨克族|18 傣族|19 黎族|20 傈僳族|21 佤族|22 畲族|23 高山族|24 拉祜族|25 水族|26 东乡族|27 纳西族|' +
      '28 景颇族|29 柯尔克孜族|30 土族|31 达斡尔族|32 仫佬族|33 羌族|34 布朗族|35 撒拉族|36 毛南族|37 仡佬族|38 锡伯族|39 阿昌族|' +
      '40 普米族|41 塔吉克族|42 怒族|43 乌孜别克族|44 俄罗斯族|45 鄂温克族|46 德昂族|47 保安族|48 裕固族|49 京族|50 塔塔尔族|' +
      '51 独龙族|52 鄂伦春族|53 赫哲族|54 门巴族|55 珞巴族|56 基诺族',
  ),
  list(
    'education',
    '学历',
    'GB/T 4658-2006',
    '10 研究生教育|20 大学本科教育|30 大学专科教育|40 中等职业教育|60 普通高级中学教育|70 初级中学教育|80 小学教育|90 其他',
  ),
  list(
    'marital-status',
    '婚姻状况',
    'GB/T 2261.2-2003',
    '10 未婚|20 已婚|21 初婚|22 再婚|23 复婚|30 丧偶|40 离婚|90 未说明的婚姻状况',
  ),
  list(
    'political-status',
    '政治面貌',
    'GB/T 4762-1984',
    '01 中国共产党党员|02 中国共产党预备党员|03 中国共产主义青年团团员|04 中国国民党革命委员会会员|05 中国民主同盟盟员|' +
      '06 中国民主建国会会员|07 中国民主促进会会员|08 中国农工民主党党员|09 中国致公党党员|10 九三学社社员|' +
      '11 台湾民主自治同盟盟员|12 无党派民主人士|13 群众',
  ),
  list('household-kind', '户籍类型', undefined, '1 本地户籍|2 外地户籍|3 未落户|9 其他'),
  list(
    'occupation',
    '职业',
    'GB/T 6565-2015',
    '1 党政机关、群团和社会组织、企事业单位负责人|2 专业技术人员|3 办事人员和有关人员|4 社会生产服务和生活服务人员|' +
      '5 农、林、牧、渔业生产及辅助人员|6 生产制造及有关人员|7 军人|8 不便分类的其他从业人员',
  ),
  list(
    'employment-status',
    '就业状况',
    undefined,
    '1 在职|2 个体经营|3 灵活就业|4 务农|5 失业|6 退休|7 在校学生|9 其他',
  ),
  list(
    'chronic-disease',
    '慢性病',
    undefined,
    '02 高血压|03 糖尿病|04 冠心病|05 慢性阻塞性肺疾病|06 恶性肿瘤|07 脑卒中|08 严重精神障碍|09 结核病|10 肝炎|' +
      '12 职业病|13 其他慢性病|01 无',
  ),
  list('blood-type', '血型', undefined, '1 A型|2 B型|3 O型|4 AB型|5 不详'),
  list('drug-allergy', '药物过敏', undefined, '2 青霉素|3 磺胺|4 链霉素|5 其他药物|1 无'),
  list('self-care', '自理能力', undefined, '1 可自理|2 轻度依赖|3 中度依赖|4 不能自理'),
  list(
    'disability-kind',
    '残疾类别',
    'GB/T 26341-2010',
    '1 视力残疾|2 听力残疾|3 言语残疾|4 肢体残疾|5 智力残疾|6 精神残疾|7 多重残疾',
  ),
  list('disability-level', '残疾等级', 'GB/T 26341-2010', '1 一级|2 二级|3 三级|4 四级'),
  list(
    'medical-insurance',
    '医保类型',
    undefined,
    '1 职工基本医疗保险|2 城乡居民基本医疗保险|3 公费医疗|4 商业医疗保险|5 医疗救助|6 没有医保|9 其他',
  ),
  list('tenure', '住房性质', undefined, '1 自有|2 租住私房|3 公租房|4 单位住房|5 借住|9 其他'),
  list('heating', '供暖方式', undefined, '1 集中供暖|2 燃气壁挂炉|3 电采暖|4 燃煤|5 不供暖|9 其他'),
  list('gas-supply', '用气方式', undefined, '1 管道燃气|2 瓶装液化气|3 不用燃气'),
  list('day-period', '时段', undefined, '1 上午|2 下午|3 晚上|4 都可以'),
  list('contact-way', '联系方式偏好', undefined, '1 电话|2 短信|3 微信|4 上门'),
  list('urgency', '紧急程度', undefined, '1 一般|2 较急|3 紧急'),
  list(
    'thing-category',
    '物品类别',
    undefined,
    '1 汽车|2 电动自行车|3 消防设施|4 特种设备|5 市政设施|6 救灾物资|9 其他',
  ),
  list(
    'organisation-kind',
    '单位类型',
    undefined,
    '1 机关|2 事业单位|3 企业|4 个体工商户|5 社会组织|6 基层自治组织|9 其他',
  ),
]

/** Written as `code name|code name` so that a list of 56 stays readable; read once when the module loads. */
function list(id: string, name: string, standard: string | undefined, rows: string): CodeList {
  const items = rows.split('|').map((row) => {
    const gap = row.indexOf(' ')
    return { code: row.slice(0, gap), name: row.slice(gap + 1) }
  })
  return { id, name, ...(standard === undefined ? {} : { standard }), items }
}
