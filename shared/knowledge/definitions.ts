/**
 * The prose of the knowledge system: what each code means and where it comes from. For people and for the tools that edit the
 * system; never imported by `index.ts`, so no function and no mini-program carries it.
 */

export interface Definition {
  /** What exactly is meant, so that two people fill in the same. */
  readonly definition: string
  /** The form, table or standard the meaning comes from; `own` where this system defines it itself. */
  readonly source: string
}

const own = 'own'
const healthRecord = '国家基本公共卫生服务规范（第三版）居民健康档案：个人基本信息表'
const elderAssessment = '国家基本公共卫生服务规范（第三版）老年人健康管理服务规范：老年人生活自理能力评估表'
const identityCard = '中华人民共和国居民身份证法；GB 11643 公民身份号码'
const licence = 'GB 32100 法人和其他组织统一社会信用代码编码规则；营业执照'
const policeAddress = 'GB/T 23705 数字城市地理信息公共平台 地名/地址编码规则'
const civilAffairs = '社会救助暂行办法'

function means(definition: string, source: string = own): Definition {
  return { definition, source }
}

export const attributeDefinitions: Readonly<Record<string, Definition>> = {
  'person.name': means('身份证件上登记的姓名。', identityCard),
  'person.formerName': means('过去在户口或证件上正式使用过、现已不用的姓名。', '户口登记条例；常住人口登记表'),
  'person.idNumber': means('公民身份号码，18位；旧的15位号码换算成同一人的18位号码。', 'GB 11643 公民身份号码'),
  'person.birthDate': means('公历出生日期，由公民身份号码的第7至14位得出。', 'GB 11643 公民身份号码'),
  'person.sex': means(
    '生理性别，由公民身份号码的第17位得出：单数为男，双数为女。',
    'GB 11643 公民身份号码；GB/T 2261.1',
  ),
  'person.mobile': means('本人正在使用、能联系到本人的中国大陆手机号码。'),
  'person.nationality': means('经国家认可、在户口中登记的民族。', 'GB/T 3304 中国各民族名称的罗马字母拼写法和代码'),
  'person.education': means('已经完成的最高一级教育，按大类。', 'GB/T 4658 学历代码'),
  'person.maritalStatus': means('现在的婚姻状况。', 'GB/T 2261.2 婚姻状况代码'),
  'person.politicalStatus': means('现在参加的党派或团体，没有参加的为群众。', 'GB/T 4762 政治面貌代码'),
  'person.religion': means('本人自愿说明的宗教信仰。'),
  'person.nativePlace': means('祖居地，写到县一级。', '干部履历表'),
  'person.householdKind': means('户口登记地与现居住城市的关系。'),
  'person.occupation': means('现在从事的主要职业，按大类；已退休的填退休前的职业。', 'GB/T 6565 职业分类与代码'),
  'person.employmentStatus': means('现在与工作的关系。'),
  'person.employerName': means('现在工作单位的全称。', healthRecord),
  'person.email': means('本人正在使用的电子邮箱地址。'),
  'person.wechatNumber': means('本人的微信号，不是昵称。'),
  'person.livingAlone': means('平时夜间家里没有其他人同住。'),
  'person.leftBehind': means('主要家庭成员长期在外工作、本人留在户籍地生活。'),
  'person.subsistenceAllowance': means('本人所在家庭现在领取最低生活保障金。', civilAffairs),
  'person.specialHardship': means('本人现在是特困供养人员。', civilAffairs),
  'person.veteran': means('依法退出现役的军官、军士和义务兵等人员。', '中华人民共和国退役军人保障法'),
  'person.volunteer': means('已在志愿服务信息系统登记。', '志愿服务条例'),
  'person.chronicDiseases': means('经医疗机构确诊、现在仍患有的疾病；没有的选“无”。', `${healthRecord}：既往史`),
  'person.bloodType': means('ABO 血型。', `${healthRecord}：血型`),
  'person.drugAllergies': means('有过敏反应的药物类别；没有的选“无”。', `${healthRecord}：药物过敏史`),
  'person.allergies': means('过敏的食物、药物或其他物质及其反应，用文字说明。'),
  'person.mobilityLevel': means(
    '进餐、梳洗、穿衣、如厕、活动五项合计：0至3分可自理，4至8分轻度依赖，9至18分中度依赖，19分及以上不能自理。',
    elderAssessment,
  ),
  'person.disabilityKind': means('残疾人证上登记的残疾类别。', 'GB/T 26341 残疾人残疾分类和分级'),
  'person.disabilityLevel': means('残疾人证上登记的残疾等级，一级最重。', 'GB/T 26341 残疾人残疾分类和分级'),
  'person.medicalInsuranceKind': means(
    '现在参加的主要医疗保障。',
    `${healthRecord}：医疗费用支付方式（按现行制度归并）`,
  ),
  'person.longTermMedication': means('因慢性病连续服药三个月以上，现在仍在服用。'),
  'person.heightCm': means('赤足身高，厘米。', '国家基本公共卫生服务规范（第三版）健康体检表'),
  'person.weightKg': means('体重，公斤。', '国家基本公共卫生服务规范（第三版）健康体检表'),
  'person.pregnant': means('现在处于孕期。'),
  'person.emergencyContactName': means('本人出现紧急情况时首先联系的人的姓名。', `${healthRecord}：联系人姓名`),
  'person.emergencyContactMobile': means('紧急联系人的手机号码。', `${healthRecord}：联系人电话`),

  'place.name': means('地点的标准名称，不含上级地点的名称。', policeAddress),
  'place.officialCode': means(
    '已公布的行政区划代码或统计用区划代码；有效期之外的作为曾用代码。',
    'GB/T 2260；GB/T 10114',
  ),
  'place.households': means('这里现有的户数，一门一户。'),
  'place.residents': means('在这里居住半年以上的人数。', '全国人口普查方案：常住人口'),
  'place.floors': means('地面以上的自然层数。', '房产测量规范 GB/T 17986'),
  'place.hasLift': means('有正在使用的载人电梯。'),
  'place.builtYear': means('竣工的年份。'),
  'place.areaSquareMetres': means('房屋建筑面积，平方米。', '房产测量规范 GB/T 17986'),
  'place.tenure': means('现在的住户依什么住在这里。'),
  'place.heating': means('冬季的主要取暖方式。'),
  'place.gasSupply': means('做饭用气的方式。'),
  'place.gasInspectedOn': means('最近一次入户燃气安全检查的日期。', '城镇燃气管理条例'),

  'event.title': means('这件事的简短名称。'),
  'event.preferredDate': means('申请人希望办理或参加的日期。'),
  'event.preferredPeriod': means('申请人希望办理或参加的时段。'),
  'event.transportNeeded': means('当事人需要接送才能前往。'),
  'event.homeVisitNeeded': means('当事人无法前往，需要工作人员上门。'),
  'event.companions': means('除当事人以外一同前往的人数。'),
  'event.contactPreference': means('申请人希望怎样被联系。'),
  'event.urgency': means('申请人认为的紧急程度。'),
  'event.note': means('申请人补充说明的内容。'),
  'event.agreed': means('当事人本人同意参加。'),

  'thing.name': means('物品或设施的名称。'),
  'thing.category': means('物品的大类。'),
  'thing.plate': means('机动车号牌上的号码，含新能源汽车号牌。', 'GA 36 中华人民共和国机动车号牌'),
  'thing.serialNumber': means('制造单位或管理单位给它的编号。'),
  'thing.quantity': means('同类物品的数量。'),
  'thing.inspectedOn': means('最近一次检查或检验的日期。'),

  'organisation.name': means('登记证照上的单位全称。', licence),
  'organisation.uscc': means('登记机关赋予的18位统一社会信用代码。', licence),
  'organisation.kind': means('单位的大类。'),
  'organisation.legalRepresentative': means('登记证照上的法定代表人或负责人。', licence),
  'organisation.contactMobile': means('能联系到单位负责人的手机号码。'),
  'organisation.employees': means('现在在单位工作并取得报酬的人数。', '统计上大中小微型企业划分办法'),
  'organisation.establishedOn': means('登记证照上的成立日期。', licence),
}

export const relationDefinitions: Readonly<Record<string, Definition>> = {
  parent: means(
    '前者是后者的父亲或母亲，含养父母和有抚养关系的继父母。',
    '中华人民共和国民法典；GB/T 4761 家庭关系代码',
  ),
  spouse: means('双方是登记的夫妻。', '中华人民共和国民法典；GB/T 4761 家庭关系代码'),
  guardian: means('前者是后者的法定或指定监护人。', '中华人民共和国民法典'),
  carer: means('前者日常照护后者。'),
  neighbour: means('双方住得近，愿意互相照应。'),
  within: means('前者直接位于后者之内。', policeAddress),
  'belongs-to': means('前者是后者的下属或分支。'),
  'resides-at': means('前者现在住在后者，一人一处常住地。'),
  'works-at': means('前者主要在后者工作。'),
  'employed-by': means('前者受雇于后者或在后者任职。'),
  'member-of': means('前者参加了后者。'),
  about: means('这件事涉及的人，可以有多位。'),
  'applied-by': means('提出这件事的人；代办时是代办的人。'),
  at: means('这件事发生或办理的地点。'),
  manages: means('前者对后者负有管理职责。'),
  'seated-at': means('前者的住所或经营场所。', licence),
  'located-at': means('前者现在所在的地点。'),
  'owned-by': means('前者归后者个人所有。'),
  'owned-by-organisation': means('前者归后者单位所有。'),
}

export const codeListDefinitions: Readonly<Record<string, Definition>> = {
  sex: means('全部代码。', 'GB/T 2261.1-2003 个人基本信息分类与代码 第1部分：人的性别代码'),
  nationality: means('56个民族的全部数字代码。', 'GB/T 3304-1991 中国各民族名称的罗马字母拼写法和代码'),
  education: means('全部大类，不含大类之下的毕业、结业、肄业之分。', 'GB/T 4658-2006 学历代码'),
  'marital-status': means('全部代码。', 'GB/T 2261.2-2003 个人基本信息分类与代码 第2部分：婚姻状况代码'),
  'political-status': means('全部13个代码。', 'GB/T 4762-1984 政治面貌代码'),
  'household-kind': means('户口登记地与现居住城市的关系。'),
  occupation: means('八个大类，代码取大类的序号。', 'GB/T 6565-2015 职业分类与代码'),
  'employment-status': means('现在与工作的关系。'),
  'chronic-disease': means(
    '既往史中的疾病，代码沿用表中的序号；不含“其他法定传染病”；“无”放在最后。',
    `${healthRecord}：既往史`,
  ),
  'blood-type': means('ABO 血型的全部选项。', `${healthRecord}：血型`),
  'drug-allergy': means('药物过敏史的全部选项，代码沿用表中的序号；“无”放在最后。', `${healthRecord}：药物过敏史`),
  'self-care': means('自理能力的四级。', elderAssessment),
  'disability-kind': means('七类残疾。', 'GB/T 26341-2010 残疾人残疾分类和分级'),
  'disability-level': means('四级，一级最重。', 'GB/T 26341-2010 残疾人残疾分类和分级'),
  'medical-insurance': means('按现行医疗保障制度归并的类型。', `${healthRecord}：医疗费用支付方式（按现行制度归并）`),
  tenure: means('住户依什么住在这里。'),
  heating: means('冬季的主要取暖方式。'),
  'gas-supply': means('做饭用气的方式。'),
  'day-period': means('一天里的时段。'),
  'contact-way': means('联系一个人的方式。'),
  urgency: means('三级。'),
  'thing-category': means('物品的大类。'),
  'organisation-kind': means('单位的大类。'),
}
