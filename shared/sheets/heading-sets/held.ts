import { type HeadingSet, readHeadingSet } from './everyday'

/**
 * Headings seen in published templates of everyday sheets, labelled strictly from the definitions before the matcher read them.
 * The second half, held back: it measures, and the matcher is not to be made with it.
 */
export const heldHeadingSets: readonly HeadingSet[] = [
  readHeadingSet(
    '车辆登记信息表',
    `车辆编号=t:serialNumber|- 大架子号=t:vin 车牌号码=t:plate 机动车编号=t:serialNumber|- 车辆型号=t:model 车辆品牌=t:brand 车辆颜色=t:colour 车主姓名=owned-by>p:name|@owned-by
     车辆状态=t:condition|- 车主性别=owned-by>p:sex 车主民族=owned-by>p:nationality 车主身份证号码=owned-by>p:idNumber 车主住址=owned-by>@resides-at
     车主籍贯=owned-by>p:nativePlace 车主联系电话=owned-by>p:mobile 登记时间=t:registeredOn|e:reportedAt|- 所属警务站=- 所属派出所=- 所属区域=@located-at|@within|- 是否审查=-`,
  ),
  readHeadingSet(
    '特种设备检验数据台账',
    `设备档案号=- 任务单编号=- 报告编号=inspected-by.reportNumber 流程状态=e:status|- 设备所属监察机构=- 设备所属定期检验单位=@inspected-by|inspected-by>o:name
     监督检验单位=@inspected-by|inspected-by>o:name|- 使用单位=@operated-by|operated-by>o:name 注册代码=t:equipmentCode|- 设备代码=t:equipmentCode
     使用证号=t:useCertNumber 设备类别=t:specialKind|t:category 设备品种=t:liftKind|- 设备名称=t:name 设备级别=- 安全状况等级=- 投用日期=-
     使用单位应急救援电话=t:emergencyPhone|operated-by>o:dutyPhone 场所性质=-|located-at>l:use 出厂编号=t:serialNumber 制造日期=t:madeOn
     维保单位=@maintained-by-organisation|maintained-by-organisation>o:name 检验日期=t:inspectedOn 下次检验日期=t:nextInspection 检验结论=t:inspectResult
     制造单位=t:manufacturer 规格型号=t:model`,
  ),
  readHeadingSet(
    '重点青少年信息表',
    `姓名=p:name 身份证=p:idNumber 性别=p:sex 手机号码=p:mobile 人员类型=- 家庭情况=- 监护人身份证=guardian>p:idNumber 监护人姓名=p:guardianName|@guardian|guardian>p:name
     与监护人关系=guardian.relation 监护人电话=p:guardianMobile|guardian>p:mobile 监护人住址=guardian>@resides-at 是否违法犯罪=- 违法犯罪情况=-|p:offence 帮扶人姓名=- 帮扶人电话=-`,
  ),
  readHeadingSet(
    '小区人员信息采集表',
    `小区名称=@resides-at|@within|resides-at>l:name|- 姓名=p:name 人员类型=resides-at.as|- 手机号=p:mobile 性别=p:sex 出生日期=p:birthDate 国别=p:citizenship
     民族=p:nationality 证件类型=p:docKind 证件号码=p:idNumber|p:docNumber 户籍地址=@registered-at 婚姻状况=p:maritalStatus 政治面貌=p:politicalStatus 学历=p:education
     职业=p:occupation 人脸图像=-|p:photo 入住时间=- 是否申请居住证=- 与户主关系=p:headRelation 现居地地址=@resides-at 1人在户在2人在户不在3人不在户在4人不在户不在=p:presence
     工作单位=p:employerName|@employed-by 是否持证上岗=- 迁出时间=p:leftDate|-`,
  ),
  readHeadingSet(
    '贫困户家庭成员信息表',
    `姓名=p:name 性别=p:sex 证件号码=p:idNumber 与户主关系=p:headRelation 民族=p:nationality 政治面貌=p:politicalStatus 文化程度=p:education 在校生状况=p:schooling 失学原因=-
     健康状况=p:healthStatus 劳动技能=- 是否会讲普通话=- 是否参加城乡居民基本医疗保险=p:medicalInsuranceKind 是否参加商业补充医疗保险=-|p:medicalInsuranceKind
     是否享受农村居民最低生活保障=p:subsistenceAllowance 是否参加城乡居民基本养老保险=p:pensionKind 是否享受人身意外保险补贴=- 联系电话=p:mobile 备注=e:note|- 身故年月=p:deathDate 在读情况=p:schooling|-
     在校就读学校=@studies-at|studies-at>o:name 残疾证号=p:disabilityCert 残疾等级=p:disabilityLevel 慢性病说明=p:chronicDiseases 养老保险类型=p:pensionKind`,
  ),
  readHeadingSet(
    '退役军人信息采集表',
    `用户姓名=p:name 民族=p:nationality 出生日期=p:birthDate 身份证号=p:idNumber 户籍地=@registered-at 人员类别=p:preferential|- 户籍类别=p:householdKind|p:ruralHousehold
     固定电话=p:landline 手机号码=p:mobile QQ号码=- 就业状态=p:employmentStatus 是否悬挂光荣牌=p:honourPlate 申请悬挂光荣牌时间=- 悬挂光荣牌时间=- 个人年收入=-
     现工作单位=p:employerName|@employed-by 现单位性质=-|employed-by>o:kind 医疗保险=p:medicalInsuranceKind 养老保险=p:pensionKind 住房公积金=- 国家抚恤补助金=-
     残疾人两项补贴=p:disabledLiving|p:disabledNursing|- 社会救助状况=- 入伍时间=p:enlistedOn 退役或离退休时间=p:dischargedOn 服役集团军/部队代号=p:serviceUnit 退役(退休或复员)证件号=-`,
  ),
  readHeadingSet(
    '矛盾纠纷排查调处登记表',
    `案件编码=e:number|about>e:number|at>e:number 纠纷标题/内容=e:title|about>e:title|at>e:title|e:detail|about>e:detail|at>e:detail
     纠纷类型=e:disputeKind|about>e:disputeKind|at>e:disputeKind 纠纷级别=e:riskLevel|about>e:riskLevel|at>e:riskLevel|-
     发生时间=e:occurredAt|about>e:occurredAt|at>e:occurredAt 结束时间=e:endsAt|about>e:endsAt|at>e:endsAt|e:finishedOn|about>e:finishedOn|at>e:finishedOn
     纠纷发生地点=@at|e:placeNote|about>e:placeNote|at>e:placeNote 报警方式(入户调查发现、巡逻发现、群众反映、自述、其他)=e:source|about>e:source|at>e:source
     参与人数=e:peopleInvolved|about>e:peopleInvolved|at>e:peopleInvolved|- 调解进度=e:status|about>e:status|at>e:status
     是否成功调解=e:mediationResult|about>e:mediationResult|at>e:mediationResult
     调解最终结果描述=e:answer|about>e:answer|e:mediationResult|about>e:mediationResult|e:agreement|about>e:agreement 调节警员警号=handled-by>p:staffNumber|-
     是否转办=- 转办人=- 转办时间=handled-by-organisation.assignedAt|-`,
  ),
  readHeadingSet(
    '突发事件信息报送表',
    `事件标题=e:title|at>e:title 事件类型=e:incidentKind|at>e:incidentKind 事件性质=-|e:incidentKind|at>e:incidentKind 事件级别=e:eventLevel|at>e:eventLevel
     事发时间=e:occurredAt|at>e:occurredAt 行政区划=@at|@within|- 预案名称=- 事发地点=@at|e:placeNote|at>e:placeNote 事发原因=e:cause|at>e:cause
     事件描述=e:detail|at>e:detail 死亡人数=e:deaths|at>e:deaths 受伤人数=e:injured|at>e:injured 失踪人数=e:missing|at>e:missing`,
  ),
  readHeadingSet(
    '村（社区）值班签到记录表',
    `序号=- 街道（镇）=@at|@within|- 村（社区）=@at|@within|- 签到状态=- 签到时间=attended-by.signedInAt
     值班人=@attended-by|attended-by>p:name|@handled-by|handled-by>p:name|p:name 签到方式=-
     工号=p:staffNumber|attended-by>p:staffNumber|handled-by>p:staffNumber`,
  ),
  readHeadingSet(
    '单位走访检查记录表',
    `走访人员名称=@handled-by|handled-by>p:name|-
     走访地址=@at|e:placeNote|about-organisation>e:placeNote|at>e:placeNote|@operates-at|about-organisation>@operates-at
     是否存在治安问题=-|e:verdict|about-organisation>e:verdict|at>e:verdict 走访情况=e:findings|about-organisation>e:findings|at>e:findings
     隐患信息=e:detail|e:title|e:hazardKind|e:findings
     记录时间=e:reportedAt|about-organisation>e:reportedAt|at>e:reportedAt|e:occurredAt|about-organisation>e:occurredAt|at>e:occurredAt
     上报人=@reported-by|reported-by>p:name 是否存在生产问题=- 是否存在消防问题=-`,
  ),
  readHeadingSet(
    '养老院入住老人档案',
    `家属姓名=p:emergencyContactName|@emergency-contact|emergency-contact>p:name|- 老人姓名=p:name
     家属电话=p:emergencyContactMobile|emergency-contact>p:mobile|- 老人房间号=receives-care-from.bed|- 出生日期=p:birthDate 入住日期=-
     护理等级=-|p:mobilityLevel|p:abilityLevel 健康状况=p:healthStatus 性别=p:sex 老人电话=p:mobile 床位号=receives-care-from.bed
     紧急联系人=p:emergencyContactName|@emergency-contact|emergency-contact>p:name 紧急联系电话=p:emergencyContactMobile|emergency-contact>p:mobile
     病史记录=p:chronicDiseases|p:seriousIllness|- 过敏史=p:drugAllergies|p:allergies 用药情况=p:medicines|p:longTermMedication`,
  ),
  readHeadingSet(
    '孕妇产前筛查登记表',
    `妇女姓名=p:name|about>p:name|@about 妇女身份证号=p:idNumber|about>p:idNumber 末次月经日期=p:lastMenses|about>p:lastMenses 体重=p:weightKg|about>p:weightKg
     孕周确认方法=- 胎数=- 采血时间=e:occurredAt|about>e:occurredAt|- 采血地点=@at|- 样本条形码=-|e:number|about>e:number`,
  ),
  readHeadingSet(
    '中小学生视力筛查登记表',
    `姓名=p:name 性别=p:sex 年龄=p:age|p:birthDate 身份证号=p:idNumber 籍贯=p:nativePlace 学校=@studies-at|studies-at>o:name 班级=p:className 学号=p:studentNumber|-
     身高=p:heightCm 体重=p:weightKg 裸眼视力左=p:leftVision 裸眼视力右=p:rightVision 裸眼视力双眼=- 屈光度左=- 屈光度右=- 散光度左=- 散光度右=- 联合光度左=- 轴位左=- 瞳距=-`,
  ),
  readHeadingSet(
    '单位在职人员花名册',
    `序号=- 姓名=p:name 性别=p:sex 民族=p:nationality 出生日期=p:birthDate 籍贯=p:nativePlace 学位=p:degree 政治面貌=p:politicalStatus 入党日期=p:partyJoinedOn
     参加工作日期=p:workStartedOn 来院日期=- 职务=p:jobTitle|employed-by.position 人员类别=p:staffType 职级=- 任现职日期=- 年龄(虚岁)=- 工龄=- 编制=p:staffType 现家庭住址=@resides-at
     户籍=@registered-at|p:householdKind 户籍地址=@registered-at 最终学历=p:education 所学专业=p:major 毕业院校=p:graduateSchool
     紧急联系人=p:emergencyContactName|@emergency-contact|emergency-contact>p:name 与本人关系=p:emergencyRelation
     联系人电话=p:emergencyContactMobile|emergency-contact>p:mobile`,
  ),
  readHeadingSet(
    '特殊教育学生信息表',
    `学生姓名=p:name 性别=p:sex 出生日期=p:birthDate 身份证号=p:idNumber 障碍类型=p:disabilityKind 障碍等级=p:disabilityLevel 残疾证号=p:disabilityCert
     监护人姓名=p:guardianName|@guardian|guardian>p:name 监护人电话=p:guardianMobile|guardian>p:mobile 监护人关系=guardian.relation
     紧急联系人=p:emergencyContactName|@emergency-contact|emergency-contact>p:name 紧急联系电话=p:emergencyContactMobile|emergency-contact>p:mobile
     家庭住址=@resides-at 健康状况=p:healthStatus 过敏信息=p:allergies|p:drugAllergies 用药信息=p:medicines|p:longTermMedication 学籍状态=p:schooling 入学日期=p:enrolledOn
     毕业日期=- 备注=e:note|-`,
  ),
  readHeadingSet(
    '残疾人职工登记表',
    `残疾人职工姓名=p:name 身份证号=p:idNumber 残疾证号=p:disabilityCert 残疾类别=p:disabilityKind 残疾等级=p:disabilityLevel 工作岗位=p:jobTitle|employed-by.position 入职时间=-
     是否在职=p:employmentStatus|- 审核通过时间=-|e:approvedOn`,
  ),
  readHeadingSet(
    '小区基础信息表',
    `小区编码=l:addressCode|l:officialCode|- 小区名称=l:name 坐落地址=@within|l:locationNote|l:doorPlate 占地面积=l:landArea 总栋数=l:buildings
     总户数=l:households|l:dwellings 绿化率=- 开发商名称=- 物业公司名称=@serves-place|serves-place>o:name|@manages|manages>o:name 状态=l:status`,
  ),
  readHeadingSet(
    '易返贫致贫户监测台账',
    `行政村编号=-|resides-at>l:officialCode 行政村=@resides-at|@registered-at|@within|- 自然村屯编号=- 自然村屯=@resides-at|@registered-at|@within|-
     门牌号=resides-at>l:doorPlate|@resides-at 户主编号=p:householdNumber|- 户主姓名=p:headName|p:name 性别=p:sex 身份证号=p:idNumber 民族=p:nationality
     家庭人口总数=p:familySize 务工人数=- 在校人数=- 家庭联系电话=p:mobile|p:landline 家庭地址=@resides-at 是否搬迁户=- 是否居住在大中型搬迁安置区=- 安置区机构=- 安置区住址=@resides-at|- 搬迁时间=-
     家庭类型=p:hardshipKinds|- 脱贫年度=- 易返贫致贫户类型=p:hardshipKinds 风险识别时间年月=- 风险是否消除=- 风险消除时间=-`,
  ),
  readHeadingSet(
    '市场档口（摊位）经营户认证表',
    `真实姓名=legal-representative-of>p:name|@legal-representative-of|o:legalRepresentative|p:name
     联系电话=o:contactMobile|legal-representative-of>p:mobile|p:mobile 身份证号=legal-representative-of>p:idNumber|p:idNumber 统一社会信用代码=o:uscc
     经营类型=-|o:kind|o:economicType 市场主体类型=o:kind|o:economicType 营业执照名称=o:name 登记机关=o:registrar 登记状态=o:businessStatus
     法定代表人/负责人名称=o:legalRepresentative 实际经营地址=@operates-at 经营范围=o:businessScope 注册资本(万)=o:registeredCapital 成立日期=o:establishedOn 营业期限开始时间=-
     营业期限截止时间=o:licenceUntil 核准日期=- 档口认证状态=-`,
  ),
  readHeadingSet(
    '商户走访数据明细表',
    `走访日期=e:occurredAt|about-organisation>e:occurredAt|e:startsAt|about-organisation>e:startsAt 员工工号=handled-by>p:staffNumber|-
     商户名称=o:name|about-organisation>o:name|@about-organisation 统一社会信用代码=o:uscc|about-organisation>o:uscc 网格编号=l:gridCode|at>l:gridCode|@at|@within|-
     机构代码=- 走访时间=e:occurredAt|about-organisation>e:occurredAt|e:startsAt|about-organisation>e:startsAt 是否有效走访=- 是否有效统计=-`,
  ),
  readHeadingSet(
    '后勤报修登记表',
    `报修类型=e:repairKind|applied-by>e:repairKind|at>e:repairKind 报修单状态=e:status|applied-by>e:status|at>e:status
     报修时间=e:reportedAt|applied-by>e:reportedAt|at>e:reportedAt 报修地址=@at|e:placeNote|applied-by>e:placeNote|at>e:placeNote
     故障描述=e:detail|applied-by>e:detail|at>e:detail|t:faults|about-thing>t:faults 故障图片=e:photos|applied-by>e:photos|at>e:photos
     留言=e:note|applied-by>e:note|at>e:note 意见和建议=-|e:note|applied-by>e:note|at>e:note 故障原因=e:cause|applied-by>e:cause|at>e:cause
     故障耗材=-|@uses-thing|uses-thing>t:name 申请人姓名=@applied-by|p:name|applied-by>p:name 备注=e:note|applied-by>e:note|at>e:note
     申请人联系电话=p:mobile|applied-by>p:mobile 星级别评级=e:satisfaction|applied-by>e:satisfaction|at>e:satisfaction
     评价时间=-|e:revisitedOn|applied-by>e:revisitedOn|at>e:revisitedOn 学校=-|@about-organisation|@at
     维修完成时间=e:finishedOn|applied-by>e:finishedOn|at>e:finishedOn|e:endsAt|applied-by>e:endsAt|at>e:endsAt
     任务分配时间=handled-by-organisation.assignedAt|- 故障处理说明=e:answer|applied-by>e:answer|at>e:answer 报修取消原因=- 报修取消时间=-
     位置名称=@at|e:placeNote|applied-by>e:placeNote|at>e:placeNote|l:name|at>l:name 维修级别=e:urgency|applied-by>e:urgency|at>e:urgency|-`,
  ),
  readHeadingSet(
    '网格事件处置台账',
    `紧急程度=e:urgency|reported-by>e:urgency|at>e:urgency 网格编码=l:gridCode|at>l:gridCode 网格名称=@at|l:name|at>l:name|@within
     事件地址=@at|e:placeNote|reported-by>e:placeNote|at>e:placeNote 纬度=e:position|reported-by>e:position|at>e:position|l:position|at>l:position
     经度=e:position|reported-by>e:position|at>e:position|l:position|at>l:position 事件描述=e:detail|reported-by>e:detail|at>e:detail
     上报人姓名=@reported-by|p:name|reported-by>p:name 上报人电话=p:mobile|reported-by>p:mobile 上报人类型=-|e:source|reported-by>e:source|at>e:source
     录音文件URL=e:attachments|reported-by>e:attachments|at>e:attachments|- 主办单位名称=@handled-by-organisation|handled-by-organisation>o:name
     办结期限=e:dueOn|reported-by>e:dueOn|at>e:dueOn 上报时间=e:reportedAt|reported-by>e:reportedAt|at>e:reportedAt 分派时间=handled-by-organisation.assignedAt
     受理时间=- 开始处理时间=- 完成时间=e:finishedOn|reported-by>e:finishedOn|at>e:finishedOn 当前状态=e:status|reported-by>e:status|at>e:status
     处理结果=e:outcome|reported-by>e:outcome|at>e:outcome|e:answer|reported-by>e:answer|at>e:answer 处理详情=e:answer|reported-by>e:answer|at>e:answer
     满意度评分(1-5)=e:satisfaction|reported-by>e:satisfaction|at>e:satisfaction 市民反馈=-|e:satisfaction|reported-by>e:satisfaction|at>e:satisfaction
     评价时间=-|e:revisitedOn|reported-by>e:revisitedOn|at>e:revisitedOn 来源系统=e:source|reported-by>e:source|at>e:source|-`,
  ),
  readHeadingSet(
    '信访事项登记表',
    `信访编号=e:number|applied-by>e:number 信访类型=e:source|applied-by>e:source|- 信访类别=e:requestKind|applied-by>e:requestKind
     信访标题=e:title|applied-by>e:title 信访内容=e:detail|applied-by>e:detail 信访人姓名=@applied-by|p:name|applied-by>p:name
     信访人电话(加密)=p:mobile|applied-by>p:mobile 信访人身份证(加密)=p:idNumber|applied-by>p:idNumber 信访人地址=applied-by>@resides-at|@resides-at 信访人类别=-
     是否匿名=e:confidential|applied-by>e:confidential|- 是否重点督办=e:escalated|applied-by>e:escalated 信访发生日期=e:occurredAt|applied-by>e:occurredAt
     信访发生地点=@at|e:placeNote|applied-by>e:placeNote 涉及单位名称=@about-organisation|about-organisation>o:name 涉及金额=e:amount|applied-by>e:amount
     受理单位名称=@handled-by-organisation|handled-by-organisation>o:name 受理时间=e:reportedAt|applied-by>e:reportedAt|- 受理方式=e:source|applied-by>e:source|-
     办理期限=e:dueOn|applied-by>e:dueOn 办理单位名称=@handled-by-organisation|handled-by-organisation>o:name 承办人姓名=@handled-by|handled-by>p:name
     办理结果=e:outcome|applied-by>e:outcome|e:answer|applied-by>e:answer
     办理措施=e:answer|applied-by>e:answer|e:measures|applied-by>e:measures|e:remedy|applied-by>e:remedy 办结时间=e:finishedOn|applied-by>e:finishedOn
     来源渠道=e:source|applied-by>e:source`,
  ),
  readHeadingSet(
    '流动人口信息登记表',
    `姓名=p:name 身份证=p:idNumber 曾用名=p:formerName 性别=p:sex 照片=p:photo 出生日期=p:birthDate 民族=p:nationality 籍贯=p:nativePlace 婚姻状况=p:maritalStatus
     政治面貌=p:politicalStatus 学历=p:education 宗教信仰=p:religion 职业类别=p:occupation 职业=p:occupation 户籍门（楼）祥=@registered-at|registered-at>l:doorPlate
     现住门（楼）祥=@resides-at|resides-at>l:doorPlate 联系方式=p:mobile 流入原因=p:arrivalReason 办证类型=-|p:docKind 证件号=p:residencePermit|p:docNumber|p:idNumber
     登记日期=e:reportedAt|- 证件到期日期=p:permitUntil|p:idCardUntil|- 住所类型=p:dwellingKind 是否重点关注=-`,
  ),
  readHeadingSet(
    '社会组织信息登记表',
    `统一社会信用代码=o:uscc 登记证号=-|o:uscc 社会组织名称=o:name 登记管理机关代码=-|o:registrar 法定代表人姓名=o:legalRepresentative 住所=@seated-at|o:registeredAddress
     批准日期=o:establishedOn 社会组织类型=o:socialKind 状态=o:businessStatus 负责人证件代码=legal-representative-of>p:docKind|-
     负责人证件号码=legal-representative-of>p:idNumber 负责人姓名=o:legalRepresentative|o:manager 负责人联系方式=o:contactMobile 办公地址=@operates-at 治保负责人姓名=-
     治保负责人联系方式=- 关注程度=- 是否具备建立中共党组织条件=- 是否有中共党组织=o:partyUnit 中共党员数量=o:partyMembers 是否有工会=o:massGroups 工会会员数量=- 是否有共青团组织=o:massGroups 共青团团员数量=-
     是否有妇联组织=o:massGroups 妇女数量=- 资金来源=-`,
  ),
  readHeadingSet(
    '留守人员信息登记表',
    `姓名=p:name 身份证=p:idNumber 曾用名=p:formerName 性别=p:sex 照片=p:photo 出生日期=p:birthDate 民族=p:nationality 籍贯=p:nativePlace 婚姻状况=p:maritalStatus
     政治面貌=p:politicalStatus 学历=p:education 宗教信仰=p:religion 职业=p:occupation 联系方式=p:mobile 健康状况=p:healthStatus 个人年收入=- 家庭年收入=p:familyIncome
     人户一致标识=p:presence 留守人员类型=p:leftBehind|- 困难及诉求=p:helpNeeds|e:needs|about>e:needs 帮扶情况=-`,
  ),
  readHeadingSet(
    '需救助人员台账',
    `姓名=p:name|about>p:name|@about 性别=p:sex|about>p:sex 身份证号码=p:idNumber|about>p:idNumber 常住地址=@resides-at|about>@resides-at
     救助原因=p:povertyCauses|about>p:povertyCauses|e:reason|about>e:reason 是否低保户=p:subsistenceAllowance|about>p:subsistenceAllowance 有无服务成员=-
     最新服务时间=p:visitedOn|about>p:visitedOn|- 户籍地=@registered-at|about>@registered-at 户籍地详址=@registered-at|about>@registered-at
     联系手机=p:mobile|about>p:mobile 固定电话=p:landline|about>p:landline 职业=p:occupation|about>p:occupation 困难证号=-
     困难类型=p:hardshipKinds|about>p:hardshipKinds 领取金额(元)=e:amountGranted|about>e:amountGranted|p:allowanceMonthly|about>p:allowanceMonthly
     领取时间=e:paidOn|about>e:paidOn 享受起始时间=e:grantPeriod|about>e:grantPeriod|- 享受人数(人)=- 享受地区=-`,
  ),
  readHeadingSet(
    '残疾人持证信息表',
    `证件号码=p:idNumber 性别=p:sex 民族=p:nationality 出生年月=p:birthDate 婚姻状况=p:maritalStatus 残疾证号=p:disabilityCert 残疾类型=p:disabilityKind
     残疾等级=p:disabilityLevel 残疾时间=- 数据来源部门=-`,
  ),
  readHeadingSet(
    '村民花名册',
    `户号编码=p:householdNumber 姓名=p:name 证件号码=p:idNumber 性别=p:sex 年龄=p:age|p:birthDate 民族=p:nationality 婚姻状况=p:maritalStatus
     户口性质=p:householdKind|p:ruralHousehold 与户主关系=p:headRelation 文化程度=p:education 职业=p:occupation 联系方式=p:mobile 户籍地址=@registered-at 常住地址=@resides-at
     备注=e:note|- 原所属乡镇=-`,
  ),
  readHeadingSet(
    '老人健康监测记录表',
    `记录类型=- 采集方式=- 收缩压=p:systolic|about>p:systolic 舒张压=p:diastolic|about>p:diastolic 血糖值=p:fastingGlucose|about>p:fastingGlucose|-
     心率=p:pulse|about>p:pulse|- 体温=p:temperature|about>p:temperature 血氧饱和度=- 数据状态=-`,
  ),
  readHeadingSet(
    '居民诉求登记表',
    `诉求标题=e:title|applied-by>e:title 诉求姓名=@applied-by|p:name|applied-by>p:name 联系方式=p:mobile|applied-by>p:mobile
     诉求内容=e:detail|applied-by>e:detail|e:demand|applied-by>e:demand 诉求地址=@at|e:placeNote|applied-by>e:placeNote
     发布时间=e:reportedAt|applied-by>e:reportedAt 回复状态=e:status|applied-by>e:status 回复内容=e:answer|applied-by>e:answer`,
  ),
  readHeadingSet(
    '羊群免疫档案',
    `接种时间=e:occurredAt|about-thing>e:occurredAt 单位=@handled-by-organisation|@owned-by-organisation|@about-organisation|- 免疫场区=@at|-
     免疫羊舍=@at|e:placeNote|about-thing>e:placeNote|- 免疫羊栏=e:placeNote|about-thing>e:placeNote|-
     免疫耳编号=t:tagCode|about-thing>t:tagCode|t:serialNumber|about-thing>t:serialNumber 疫苗=e:vaccine|about-thing>e:vaccine 接种方法=- 剂量=- 免疫期=-`,
  ),
  readHeadingSet(
    '涉案车辆信息表',
    `车型=t:vehicleKind 车辆颜色=t:colour 车牌号=t:plate 车主姓名=owned-by>p:name|@owned-by 车架号=t:vin 发动机号=t:engineNumber 品牌=t:brand 钥匙数量=- 行驶里程=-
     上牌日期=t:registeredOn 行驶证=- 评估价=-|t:price 是否事故车=- 车外图片上传=t:photo 车库名称=@located-at|located-at>l:name|t:positionNote`,
  ),
  readHeadingSet(
    '停车场黑名单登记表',
    `停车场=@located-at|located-at>l:name|- 车牌号=t:plate 添加时间=e:reportedAt|- 车主姓名=owned-by>p:name|@owned-by 电话=owned-by>p:mobile 地址=owned-by>@resides-at
     备注=e:note|- 操作员=-`,
  ),
  readHeadingSet(
    '地下管线点成果表',
    `地面高程=- 建设年代=t:installedOn|- 道路名称=@located-at|located-at>l:name 图幅号=- 井盖材料=t:material 井盖直径=t:size|t:diameter 偏心井位=- 备注=e:note|-
     井底深=t:burialDepth`,
  ),
  readHeadingSet(
    '电梯基本信息登记表',
    `电梯编号=t:rescueCode|t:serialNumber 电梯名称=t:name 场所名称=@located-at|located-at>l:name 生产厂家=t:manufacturer 设备型号=t:model 载重速度=t:ratedLoad|-
     产品编号=t:serialNumber 详细地址=@located-at|t:positionNote 备注=e:note|-`,
  ),
  readHeadingSet(
    '访客登记表',
    `业主姓名=-|@about|about>p:name 访客姓名=p:name|@applied-by|applied-by>p:name|@attended-by 访客电话=p:mobile|applied-by>p:mobile
     访客身份证号=p:idNumber|applied-by>p:idNumber 来访事由=e:reason|e:title|e:detail 预计来访时间=e:startsAt|e:appointedAt|e:preferredDate
     实际来访时间=e:occurredAt|e:startsAt|attended-by.signedInAt 离开时间=e:endsAt 状态=e:status`,
  ),
  readHeadingSet(
    '疫情健康信息监测表',
    `序号=- 用户名称=p:name 联系电话=p:mobile 身份证=p:idNumber 健康信息监测时间=e:occurredAt|about>e:occurredAt|e:reportedAt|about>e:reportedAt|-
     当前所在地址=@resides-at|@stays-at|- 是否到岗=- 体温=p:temperature 本人是否发热咳嗽=- 家人是否发热咳嗽=- 本人是否去过武汉=- 家人是否去过武汉=-`,
  ),
  readHeadingSet(
    '隐患整改台账',
    `序号=- 隐患编号=e:number|at>e:number|about-organisation>e:number 关联检查记录=@follows|@sub-event-of|-
     隐患描述=e:detail|at>e:detail|about-organisation>e:detail|e:title|at>e:title|about-organisation>e:title
     整改要求=e:remedy|at>e:remedy|about-organisation>e:remedy 整改期限=e:remedyBy|at>e:remedyBy|about-organisation>e:remedyBy
     隐患照片=e:photos|at>e:photos|about-organisation>e:photos 处罚依据=-`,
  ),
  readHeadingSet(
    '地质灾害点人工巡检记录表',
    `巡检时间=e:occurredAt|at>e:occurredAt|e:startsAt|at>e:startsAt 巡检类别=e:inspectionKind|at>e:inspectionKind|-
     安全评估=e:verdict|at>e:verdict|e:riskLevel|at>e:riskLevel|- 巡查人员=@handled-by|handled-by>p:name|-
     巡检情况=e:findings|at>e:findings|e:detail|at>e:detail 附件路径=e:attachments|at>e:attachments 发布内容=- 状态发布=- 接受人姓名=- 预警状态1解除0未解除=-|e:status|at>e:status`,
  ),
  readHeadingSet(
    '物品交还登记表',
    `商品名=t:name|uses-thing>t:name 规格型号=t:model|uses-thing>t:model 交还数量=uses-thing.quantity|t:quantity|uses-thing>t:quantity|-
     交还人=@about|about>p:name|@applied-by|applied-by>p:name|p:name 交还时间=e:occurredAt|uses-thing>e:occurredAt|e:returnedAt|uses-thing>e:returnedAt
     领用人=@used-by|used-by>p:name|@about|about>p:name|@applied-by|applied-by>p:name|p:name 交接办理人=@handled-by|handled-by>p:name
     交还原因=e:reason|uses-thing>e:reason|-`,
  ),
  readHeadingSet(
    '零工求职信息登记表',
    `个人特长/自我介绍=p:specialties|p:skills|- 熟练度=-|p:skillLevel 技能标签=p:skills 工龄=- 邮箱地址=p:email 求职状态=p:employmentStatus|-
     熟练工种=p:skills|p:jobIntent|p:occupation|- 期望工作地=p:jobIntent 常住地=@resides-at 常住地纬度=resides-at>l:position|-`,
  ),
  readHeadingSet(
    '养老服务机构信息登记表',
    `统一信用代码=o:uscc 注册资金=o:registeredCapital 注册地址=@seated-at|o:registeredAddress 所属街道/区域=@operates-at|@within|operates-at>@within|-
     实际经营地址=@operates-at 法定代表人=o:legalRepresentative 联系人=o:liaisonName 联系电话=o:liaisonMobile|o:contactMobile 联系邮箱=o:email 经营范围=o:businessScope
     机构类型=o:schoolNature|o:kind 床位数=o:beds 收费区间=- 成立时间=o:establishedOn 兴办机构=- 负责人姓名=o:manager|o:legalRepresentative
     负责人身份证号=legal-representative-of>p:idNumber|-`,
  ),
]
