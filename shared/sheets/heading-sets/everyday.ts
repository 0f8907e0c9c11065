/**
 * Twenty sheets as they lie on clerks' desks, thirty headings each, with what each column means: test data.
 * `heading=p:name`: attribute `person.name` (p person, o organisation, l place, t thing, e event); `@resides-at`: the relation;
 * `owned-by>p:mobile`: of the one reached by that relation; `-`: no attribute means it; `a|b`: either is right.
 */
export interface HeadingSet {
  readonly title: string
  readonly columns: readonly { readonly heading: string; readonly expected: readonly string[] }[]
}

const bearers: Readonly<Record<string, string>> = {
  p: 'person',
  o: 'organisation',
  l: 'place',
  t: 'thing',
  e: 'event',
}

export function readHeadingSet(title: string, text: string): HeadingSet {
  const columns = text
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const at = entry.lastIndexOf('=')
      return {
        heading: entry.slice(0, at),
        expected: entry
          .slice(at + 1)
          .split('|')
          .map(fullCode)
          .flatMap(asOneself),
      }
    })
  return { title, columns }
}

function fullCode(short: string): string {
  if (short === '-') return ''
  const [reach, code] = short.includes('>') ? short.split('>') : ['', short]
  const full = (code ?? '').replace(/^@/, '').replace(/^([ploet]):/, (_, letter: string) => `${bearers[letter]}.`)
  return reach ? `${reach}/${full}` : full
}

/** Who applies fills the form in: what is said of the applicant is said of the main person. */
function asOneself(code: string): readonly string[] {
  const [reach, said] = code === 'applied-by' ? [code, 'person.name'] : code.split('/')
  return reach === 'applied-by' && said ? [code, said] : [code]
}

export const headingSets: readonly HeadingSet[] = [
  readHeadingSet(
    '花家地北里社区居民信息登记表',
    `序号=- 姓名=p:name 性别=p:sex 民族=p:nationality 出生年月=p:birthDate 公民身份证号码=p:idNumber 联系电话=p:mobile 现住址=@resides-at
     户籍所在地=@registered-at 户口性质=p:householdKind 与户主关系=p:headRelation 户主姓名=p:headName 婚姻情况=p:maritalStatus
     文化程度=p:education 政治面貌=p:politicalStatus 工作单位=p:employerName|@employed-by 职业=p:occupation 是否独居=p:livingAlone
     健康情况=p:healthStatus 血型=p:bloodType 宗教信仰=p:religion 兵役状况=p:conscription 籍贯=p:nativePlace 曾用名=p:formerName
     微信号=p:wechatNumber 紧急联系人=p:emergencyContactName 紧急联系人电话=p:emergencyContactMobile 是否志愿者=p:volunteer
     人户是否分离=p:presence 备注=e:note`,
  ),
  readHeadingSet(
    '2026年辖区老年人基本情况统计表',
    `编号=- 老人姓名=p:name 性别=p:sex 身份证号=p:idNumber 年龄=p:age|p:birthDate 家庭住址=@resides-at 本人手机=p:mobile 固定电话（座机）=p:landline
     居住状况=p:livingWith 是否空巢=p:livingAlone 自理能力=p:mobilityLevel 失能等级=p:abilityLevel 能力评估日期=p:assessedOn
     慢性病情况=p:chronicDiseases 长期服药=p:longTermMedication 主要用药=p:medicines 养老方式=p:careMode 高龄津贴=p:elderAllowance
     养老服务补贴=p:careSubsidy 退休金（元/月）=p:monthlyPension 子女数=p:childrenCount 子女姓名=parent>p:name
     子女电话=parent>p:mobile 探访频次=p:visitFrequency 是否会使用智能手机=p:smartphone 服务需求=p:careServices
     医保类型=p:medicalInsuranceKind 近一年跌倒次数=p:falls 辅具使用=p:devices 备注=e:note`,
  ),
  readHeadingSet(
    '新生入学信息采集表（小学一年级）',
    `序号=- 学生姓名=p:name 性别=p:sex 出生日期=p:birthDate 身份证件号=p:idNumber 民族=p:nationality 籍贯=p:nativePlace
     户口所在地=@registered-at 现家庭住址=@resides-at 学籍号=p:studentNumber 就读年级=p:grade 所在班级=p:className
     入学时间=p:enrolledOn 是否住校=p:boarding 是否独生子女=p:onlyChild 是否随迁子女=p:migrantChild 是否留守儿童=p:leftBehind
     父亲姓名=p:fatherName 父亲身份证号=parent>p:idNumber 父亲联系电话=parent>p:mobile 父亲工作单位=parent>p:employerName
     母亲姓名=p:motherName 母亲身份证号码=parent>p:idNumber 母亲手机号=parent>p:mobile 监护人姓名=p:guardianName
     监护人联系电话=p:guardianMobile 接送人=p:pickupName 过敏史=p:drugAllergies 预防接种证号=p:vaccinationCert 备注=e:note`,
  ),
  readHeadingSet(
    '小区业主车辆登记台账',
    `序号=- 车牌号码=t:plate 车辆类型=t:vehicleKind|t:category 号牌种类=t:plateKind 品牌型号=t:model 车身颜色=t:colour 车辆识别代号=t:vin
     车架号=t:vin 发动机号码=t:engineNumber 使用性质=t:vehicleUse 能源类型=t:fuel 核定载客=t:seats 注册日期=t:registeredOn
     年检有效期至=t:nextInspection 上次年检日期=t:inspectedOn 交强险到期日=t:insuredUntil 投保险种=t:insuranceKinds 车主姓名=owned-by>p:name
     车主身份证号=owned-by>p:idNumber 车主电话=owned-by>p:mobile 车主住址=owned-by>@resides-at 驾驶人=used-by>p:name
     驾驶人电话=used-by>p:mobile 固定车位号=t:parkingSpace 车辆照片=t:photo 是否改装=t:modified 生产厂家=t:manufacturer
     出厂日期=t:madeOn 购买日期=t:acquiredOn 购车价格=t:price`,
  ),
  readHeadingSet(
    '辖区单位（企业）基础信息表',
    `序号=- 单位名称=o:name 统一社会信用代码=o:uscc 单位类型=o:kind 登记注册类型=o:economicType 所属行业=o:industry 主营业务=o:mainBusiness
     经营范围=o:businessScope 经营状态=o:businessStatus 成立日期=o:establishedOn 注册资本（万元）=o:registeredCapital
     注册地址=@seated-at|o:registeredAddress 经营地址=@operates-at 法定代表人=o:legalRepresentative
     法定代表人身份证号=legal-representative-of>p:idNumber 联系人=o:liaisonName 联系人电话=o:liaisonMobile 固定电话=o:landline
     电子邮箱=o:email 从业人数=o:employees 其中外来务工人数=o:migrantEmployees 参保人数=o:insuredEmployees 党员人数=o:partyMembers
     党组织形式=o:partyUnit 党支部书记=o:partySecretary 是否列入经营异常名录=o:abnormal 年营业收入=o:revenueBand
     年纳税额=o:taxBand 营业面积（㎡）=o:businessArea 备注=e:note`,
  ),
  readHeadingSet(
    '九小场所消防安全排查台账',
    `序号=- 场所名称=o:name 门头招牌=o:signboardName 场所类别=o:smallPlaceKind 营业执照号=o:uscc 负责人=o:legalRepresentative
     负责人电话=o:contactMobile 场所地址=@operates-at 经营面积=o:businessArea 所在部位=o:premisesPosition 从业人员数=o:employees
     住宿人数=o:lodgers 是否三合一=o:mixedUse 灭火器数量=o:extinguishers 过期灭火器数=o:expiredExtinguishers 独立烟感数量=o:smokeAlarms
     安全出口数量=o:exits 安全出口是否上锁=o:exitsLocked 疏散通道是否堵塞=o:corridorBlocked 应急照明是否完好=o:emergencyLights
     疏散指示标志是否完好=o:exitSigns 是否有防盗网=o:windowBars 是否使用易燃装修=o:combustibles 电线私拉乱接=o:badWiring
     是否电动车室内充电=o:indoorCharging 燃气类型=o:gasUse 气瓶数=o:gasCylinders 燃气报警器=o:gasAlarm 消防验收情况=o:fireApproval
     检查人=-|handled-by>p:name`,
  ),
  readHeadingSet(
    '出租房屋登记台账',
    `编号=- 房屋地址=-|@within 房屋用途=l:use 房屋结构=l:structure 建筑面积（平方米）=l:areaSquareMetres 套内面积=l:innerArea 户型=l:layout
     不动产权证号=l:titleNumber 房东姓名=l:ownerName 房东电话=l:ownerPhone 房东身份证号=owns-home>p:idNumber 出租方式=l:rentalMode
     出租间数=l:rentedRooms 承租人数=l:tenants 租赁备案号=l:rentalNumber 是否群租=l:groupRental 出租房等级=l:rentalRisk
     承租人姓名=rents>p:name 承租人身份证号=rents>p:idNumber 承租人电话=rents>p:mobile 月租金=rents.monthlyRent 租期截止日期=rents.leaseUntil
     押金=rents.deposit 供暖方式=l:heating 用气方式=l:gasSupply 燃气报警器=l:gasAlarm 室内烟感=l:smokeAlarm 用水户号=l:waterAccount
     用电户号=l:powerAccount 燃气户号=l:gasAccount`,
  ),
  readHeadingSet(
    '12345热线工单办理台账',
    `序号=- 工单编号=e:number 诉求类型=e:requestKind 诉求领域=e:topic 标题=e:title 诉求内容=e:detail 来电号码=e:callerPhone 来电时间=e:reportedAt
     诉求人=p:name 诉求人电话=p:mobile 诉求地址=@at 紧急程度=e:urgency 是否重复来电=e:repeated 承办单位=@handled-by-organisation
     协办单位=@co-handled-by 承办人=handled-by>p:name 派单时间=handled-by-organisation.assignedAt 办理时限=e:dueOn 首次联系时间=e:contactedAt
     办理情况=e:answer 办理结果=e:outcome 办结日期=e:finishedOn 回访日期=e:revisitedOn 满意度=e:satisfaction 是否认可=e:acknowledged
     是否督办=e:escalated 是否保密=e:confidential 不予受理原因=e:refusal 附件=e:attachments 备注=e:note`,
  ),
  readHeadingSet(
    '安全隐患排查整改台账',
    `序号=- 隐患编号=e:number 检查时间=e:occurredAt|- 检查类型=e:inspectionKind 被检查单位=@about-organisation 检查地点=@at 检查内容=e:matters
     检查结论=e:verdict 隐患数量=e:hazardCount 隐患类型=e:hazardKind 隐患等级=e:hazardLevel 隐患描述=e:detail 现场照片=e:photos
     整改措施=e:remedy 整改期限=e:remedyBy 整改责任单位=@caused-by-organisation|- 整改责任人=caused-by>p:name|- 整改情况=e:rectified
     整改完成日期=e:rectifiedOn 整改后照片=e:rectifiedPhotos 复查日期=e:recheckedOn 复查结果=e:recheckPassed 处罚金额=e:fine
     处置措施=e:measures 文书编号=e:documentNumber 是否督办=e:escalated 事件来源=e:source 风险等级=e:riskLevel 位置坐标=e:position
     备注=e:note`,
  ),
  readHeadingSet(
    '困难群众救助申请审批登记表',
    `序号=- 申请人姓名=p:name 身份证号=p:idNumber 联系方式=p:mobile 户籍地址=@registered-at 家庭人口数=p:familySize 救助类型=e:reliefKind
     困难类型=p:hardshipKinds 致困原因=p:povertyCauses 申请理由=e:reason 家庭年收入=p:familyIncome 家庭月人均收入=p:perCapitaIncome
     自付医疗费用=p:medicalCost 是否低保=p:subsistenceAllowance 是否特困=p:specialHardship 供养方式=p:supportMode 健康状况=p:healthStatus
     残疾类别=p:disabilityKind 残疾等级=p:disabilityLevel 残疾证号=p:disabilityCert 劳动能力=- 开户银行=p:bankName 银行卡号=p:bankAccount
     核查结论=e:verified 审批意见=e:opinion 审批日期=e:approvedOn 批准金额（元）=e:amountGranted 发放日期=e:paidOn 发放方式=e:payWay
     备注=e:note`,
  ),
  readHeadingSet(
    '流动人口信息采集表',
    `序号=- 姓名=p:name 性别=p:sex 证件类型=p:docKind 证件号码=p:idNumber 民族=p:nationality 文化程度=p:education 婚姻状况=p:maritalStatus
     手机号码=p:mobile 户籍地详址=@registered-at 现居住地址=@resides-at 居住处所=p:dwellingKind 来本市日期=p:arrivalDate
     居住事由=p:arrivalReason 拟居住时间=p:stayLength 居住证编号=p:residencePermit 居住证有效期=p:permitUntil 离开日期=p:leftDate
     服务处所=@employed-by|p:employerName 职业=p:occupation 就业状况=p:employmentStatus 养老保险=p:pensionKind 与房主关系=-
     房主姓名=l:ownerName|owns-home>p:name 房主电话=l:ownerPhone|owns-home>p:mobile 计划生育情况=- 随行子女数=- 政治面貌=p:politicalStatus
     采集人=- 采集日期=-`,
  ),
  readHeadingSet(
    '党员信息采集表',
    `序号=- 姓名=p:name 性别=p:sex 民族=p:nationality 出生年月=p:birthDate 籍贯=p:nativePlace 身份证号码=p:idNumber 学历=p:education
     学位=p:degree 毕业院校=p:graduateSchool 所学专业=p:major 参加工作时间=p:workStartedOn 入党时间=p:partyJoinedOn 转正时间=p:partyFullOn
     党内职务=p:partyPost 所在党支部=@member-of 党费缴纳至=p:partyFeePaidTo 是否流动党员=p:partyFlowing 外出地点=p:awayPlace
     工作单位及职务=-|p:employerName 职称=p:professionalTitle 个人身份=p:personalStatus 手机=p:mobile 家庭住址=@resides-at 认领岗位=p:partyPledge
     荣誉称号=p:honours 特长=p:specialties 是否退役军人=p:veteran 健康状况=p:healthStatus 备注=e:note`,
  ),
  readHeadingSet(
    '退役军人和优抚对象信息采集表',
    `序号=- 姓名=p:name 性别=p:sex 身份证号=p:idNumber 联系电话=p:mobile 户籍地址=@registered-at 居住地址=@resides-at 入伍时间=p:enlistedOn
     退役时间=p:dischargedOn 安置方式=p:resettlement 原服役部队=p:serviceUnit 优抚对象类别=p:preferential 优待证编号=p:preferentialCert
     伤残等级=p:woundLevel 是否悬挂光荣牌=p:honourPlate 立功受奖情况=p:honours 政治面貌=p:politicalStatus 就业情况=p:employmentStatus
     工作单位=p:employerName|@employed-by 职务=p:jobTitle 社保类型=p:pensionKind 医疗保险=p:medicalInsuranceKind 月收入=p:monthlyIncome
     家庭困难情况=- 配偶姓名=spouse>p:name 配偶身份证号=spouse>p:idNumber 配偶联系电话=spouse>p:mobile 子女姓名=parent>p:name
     开户行=p:bankName 银行账号=p:bankAccount`,
  ),
  readHeadingSet(
    '小区电梯设备台账',
    `序号=- 设备名称=t:name 设备编号=t:serialNumber 设备代码=t:equipmentCode 使用登记证编号=t:useCertNumber 电梯品种=t:liftKind 规格型号=t:model
     制造单位=t:manufacturer 制造日期=t:madeOn 安装日期=t:installedOn 额定载重量=t:ratedLoad 层站数=t:liftStops 救援识别码=t:rescueCode
     安装位置=@located-at 使用单位=@operated-by 维保单位=@maintained-by-organisation 维保人员=maintained-by>p:name|- 维保电话=t:emergencyPhone
     上次维保日期=t:maintainedOn 维保周期=t:maintainCycle 检验机构=@inspected-by 检验日期=t:inspectedOn 下次检验日期=t:nextInspection
     检验结论=t:inspectResult 设备状态=t:condition 故障情况=t:faults 设计使用年限=t:lifespan 是否加装电梯=t:retrofitLift
     设备照片=t:photo 产权单位=@owned-by-organisation`,
  ),
  readHeadingSet(
    '社区应急物资储备台账',
    `序号=- 物资名称=t:name 物资类别=t:supplyKind 品牌=t:brand 规格型号=t:model 单位=t:unit 数量=t:quantity 最低库存=t:minStock 单价=t:price
     总价=- 生产厂家=t:manufacturer 生产日期=t:madeOn 有效期至=t:expiresOn 入库日期=t:acquiredOn 来源方式=t:sourceKind
     存放地点=@located-at 具体库位=t:positionNote 管理责任人=maintained-by>p:name|- 联系电话=- 检查日期=t:inspectedOn 设备状态=t:condition
     存在问题=t:faults 照片=t:photo 资产编号=t:assetNumber 二维码编号=t:tagCode 材质=t:material 颜色=t:colour 报废期限=t:retireBy
     领用人=- 备注=e:note`,
  ),
  readHeadingSet(
    '居民养犬登记表',
    `序号=- 犬主姓名=owned-by>p:name 犬主身份证号=owned-by>p:idNumber 犬主电话=owned-by>p:mobile 犬主住址=owned-by>@resides-at 犬名=t:name
     犬种=t:breed 犬只性别=t:petSex 犬只出生日期=t:petBirth 毛色=t:colour 肩高=t:height 芯片号=t:chip 犬证号=t:dogLicence
     办证日期=t:registeredOn 证件有效期至=t:permitUntil 免疫日期=t:rabiesOn 免疫证号=t:immunityCert 是否烈性犬=t:dangerousDog
     犬只照片=t:photo 饲养地址=@located-at 是否绝育=- 犬只来源=t:sourceKind 疫苗名称=- 购置价格=t:price 犬只用途=- 年审日期=t:inspectedOn
     紧急联系电话=- 宠物类型=t:petKind 体重=- 备注=e:note`,
  ),
  readHeadingSet(
    '小区基本信息采集表',
    `序号=- 小区名称=l:name 小区别名=l:alias 小区类型=l:compoundKind 所属社区=@within 建成年份=l:builtYear 占地面积=l:landArea
     总建筑面积=l:areaSquareMetres 楼栋数=l:buildings 单元数=l:entrances 总户数=l:households 常住人口数=l:residents 户籍人口数=l:registeredPopulation
     流动人口数=l:floatingPopulation 出租户数=l:rentedDwellings 空置户数=l:vacantDwellings 物业公司=@serves-place|- 物业管理模式=l:propertyMode
     物业费标准（元/㎡·月）=l:propertyFee 物业合同到期日=l:contractUntil 维修资金余额=l:maintenanceFund 停车位数量=l:parkingSpaces
     充电桩数量=l:carChargers 电梯数量=l:lifts 是否封闭管理=l:gated 门禁情况=l:accessControl 老旧小区改造状态=l:renovation
     垃圾投放方式=l:wasteMode 四至范围=l:boundary 现场照片=l:photo`,
  ),
  readHeadingSet(
    '入户走访记录表',
    `序号=- 走访日期=e:occurredAt|p:visitedOn|- 走访人=-|handled-by>p:name 走访方式=e:visitWay 走访目的=e:visitPurposes 被访人姓名=p:name 性别=p:sex 年龄=p:age|p:birthDate
     联系电话=p:mobile 家庭住址=@resides-at 人员类别=-|p:staffType 是否见到本人=e:metInPerson 身体状况=p:healthStatus 居住状况=p:livingWith
     生活来源=p:incomeSources 走访情况=e:findings 困难诉求=e:needs 帮扶需求=p:helpNeeds 处理情况=e:answer 是否解决=e:outcome
     下次走访日期=e:nextVisit 现场照片=e:photos 被访人签字=e:signature 紧急联系人=p:emergencyContactName
     紧急联系人电话=p:emergencyContactMobile 是否独居=p:livingAlone 是否低保户=p:subsistenceAllowance 是否残疾=p:disabilityKind
     慢性病=p:chronicDiseases 备注=e:note`,
  ),
  readHeadingSet(
    '社区活动报名表',
    `序号=- 活动名称=e:title 活动类型=e:activityKind 活动时间=e:startsAt 结束时间=e:endsAt 活动地点=@at 集合地点=@meets-at 主办单位=@hosted-by
     参加对象=e:audience 名额=e:quota 报名截止时间=e:registerBy 活动费用=e:fee 姓名=p:name 性别=p:sex 身份证号=p:idNumber 手机号=p:mobile
     现住地址=@resides-at 同行人数=- 是否需要接送=e:transportNeeded 特殊需求=p:specialNeeds 健康状况=p:healthStatus 血压=p:systolic|-
     过敏史=p:drugAllergies 紧急联系人=p:emergencyContactName 紧急联系人电话=p:emergencyContactMobile 是否同意参加=e:agreed
     签字=e:signature 实到人数=e:attendance 满意度评价=e:satisfaction 备注=e:note`,
  ),
  readHeadingSet(
    '孕产妇健康管理登记表',
    `序号=- 孕妇姓名=p:name 身份证号=p:idNumber 出生日期=p:birthDate 联系电话=p:mobile 现居住地=@resides-at 户籍地址=@registered-at
     丈夫姓名=spouse>p:name 丈夫电话=spouse>p:mobile 丈夫身份证号=spouse>p:idNumber 末次月经=p:lastMenses 预产期=p:dueDate 孕周=p:gestWeeks
     孕次=p:gravidity 产次=p:parity 妊娠风险等级=p:pregnancyRisk 分娩日期=p:deliveredOn 分娩方式=p:deliveryMode 身高（cm）=p:heightCm
     体重（kg）=p:weightKg 收缩压=p:systolic 舒张压=p:diastolic 空腹血糖=p:fastingGlucose 血型=p:bloodType RH血型=p:rhFactor
     既往病史=p:chronicDiseases 家族史=p:familyHistory 手术史=p:surgeries 健康档案号=p:healthRecordNo 备注=e:note`,
  ),
]
