import { type HeadingSet, readHeadingSet } from './everyday'

/**
 * Headings seen in published templates of everyday sheets, labelled strictly from the definitions before the matcher read them.
 * The first half: the matcher may be corrected by what it shows.
 */
export const foundHeadingSets: readonly HeadingSet[] = [
  readHeadingSet(
    '义务教育阶段学生控辍保学排查表',
    `省市=@resides-at|@registered-at|@within|- 区县=@resides-at|@registered-at|@within|- 乡镇=@resides-at|@registered-at|@within|-
     村组（社区）=@resides-at|@registered-at|@within|- 姓名=p:name 身份证号码=p:idNumber 是否6-15周岁=- 户编号=p:householdNumber 户主姓名=p:headName 联系电话=p:mobile
     学校全称=@studies-at|studies-at>o:name 学段=studies-at>o:schoolLevel|- 年级=p:grade 班级=p:className 学籍号=p:studentNumber
     就读方式=p:boarding|p:specialSchooling|- 是否残疾生=- 残疾生证号=p:disabilityCert 不在校原因=- 贫困类型=p:hardshipKinds|p:studentHardship|- 镇内/镇外=- 县内/县外=- 省内/省外=-`,
  ),
  readHeadingSet(
    '小区设施设备导入模板',
    `设备名称=t:name 设备品牌=t:brand 设备类型=t:category|- 规格型号=t:model 设备状态=t:condition 供货单位=- 安装时间=t:installedOn 启用时间=- 质保到期时间=-
     维保单位=@maintained-by-organisation|maintained-by-organisation>o:name 营业执照号码=maintained-by-organisation>o:uscc
     承担管理维护负责人=@maintained-by|maintained-by>p:name|maintained-by-organisation>o:legalRepresentative
     承担管理维护负责人联系方式=maintained-by>p:mobile|maintained-by-organisation>o:contactMobile 安装位置=@located-at|t:positionNote 产品编号=t:serialNumber
     使用登记证编号=t:useCertNumber`,
  ),
  readHeadingSet(
    '在职党员到社区报到登记表',
    `姓名=p:name 手机号=p:mobile 姓别=p:sex 家庭住址=@resides-at 当前身份=-|p:personalStatus|p:employmentStatus 现党关系所在党支部=@member-of|member-of>o:name 报道卡=-
     入党时间=p:partyJoinedOn 党内职务=p:partyPost 党员类型=p:politicalStatus|- 审核状态=-|e:status 未通过原因=-|e:refusal`,
  ),
  readHeadingSet(
    '出租房信息登记表',
    `房屋编号=l:addressCode|- 房屋地址=@within|l:locationNote|l:doorPlate|- 建筑用途=l:use 建筑面积=l:areaSquareMetres 房主姓名=l:ownerName|@owns-home|owns-home>p:name
     证件类型=owns-home>p:docKind 证件号=owns-home>p:idNumber|owns-home>p:docNumber 房主联系方式=l:ownerPhone|owns-home>p:mobile 房主现住详址=owns-home>@resides-at
     出租用途=l:use|- 隐患类型=e:hazardKind|at>e:hazardKind|- 承租人姓名=@rents|rents>p:name 承租人身份证=rents>p:idNumber 承租人联系方式=rents>p:mobile 经度=l:position
     纬度=l:position`,
  ),
  readHeadingSet(
    '志愿者信息导出表',
    `序号=- 服务站=@volunteers-for|- 编号=p:volunteerNo|- 姓名=p:name 性别=p:sex 身份证号=p:idNumber 手机号=p:mobile 活动时长=p:volunteerHours 活动次数=- 捐款金额=- 积分=- 志愿等级=-
     民族=p:nationality 教育程度=p:education 出生日期=p:birthDate 健康状况=p:healthStatus 志愿者经验=- 政治面貌=p:politicalStatus 志愿服务类别=p:volunteerFields
     可服务时间=p:volunteerTime 特长爱好=p:specialties 籍贯=p:nativePlace 居住地=@resides-at 工作学习单位=p:employerName|@employed-by|@studies-at`,
  ),
  readHeadingSet(
    '社区戒毒康复人员管理台账',
    `关注程度=- 姓名=p:name 性别=p:sex 身份证号码=p:idNumber 常住地址=@resides-at 吸毒原因=- 戒毒情况=p:drugRehab 有无服务成员=- 最新服务时间=p:visitedOn|- 曾用名=p:formerName
     所属网格=@resides-at|@within|- 首吸时间=- 毒品来源=- 吸毒状态=-|p:drugRehab 是否服美沙酮戒毒=- 管控现状=- 滥用毒品种类=- 工作单位或就读学校=p:employerName|@employed-by|@studies-at
     户籍地=@registered-at 户籍详址=@registered-at 身高(cm)=p:heightCm 临时居所=@stays-at 联系手机=p:mobile 电子邮件=p:email 查获日期=-`,
  ),
  readHeadingSet(
    '退役军人党员花名册',
    `所属党支部=@member-of|member-of>o:name 姓名=p:name 性别=p:sex 出生日期=p:birthDate 民族=p:nationality 学历=p:education 身份证号码=p:idNumber 联系电话=p:mobile
     入党时间=p:partyJoinedOn 党籍状态=p:politicalStatus|- 户籍所在派出所=- 工作/学习单位=p:employerName|@employed-by|@studies-at 现居住地=@resides-at 籍贯=p:nativePlace
     原服役部队=p:serviceUnit 退役时间=p:dischargedOn 是否自主择业=p:resettlement|- 组织关系落实时间=- 编入党支部=@member-of|member-of>o:name`,
  ),
  readHeadingSet(
    '网格事件上报登记表',
    `事件类别=e:eventClass|at>e:eventClass|reported-by>e:eventClass 联系人姓名=p:name|reported-by>p:name|@reported-by|@applied-by|applied-by>p:name|-
     联系电话=p:mobile|reported-by>p:mobile|applied-by>p:mobile 发生地址=@at|e:placeNote|at>e:placeNote|reported-by>e:placeNote
     发生地址经纬度信息=e:position|at>e:position|reported-by>e:position|l:position|at>l:position 事件描述=e:detail|at>e:detail|reported-by>e:detail
     发生时间=e:occurredAt|at>e:occurredAt|reported-by>e:occurredAt 照片地址=e:photos|at>e:photos|reported-by>e:photos
     视频地址=e:attachments|at>e:attachments|reported-by>e:attachments|- 处理状态0未确认，1已确认，2已完成=e:status|at>e:status|reported-by>e:status
     完成时提供反馈信息=e:answer|at>e:answer|reported-by>e:answer 事件上传时间=e:reportedAt|at>e:reportedAt|reported-by>e:reportedAt`,
  ),
  readHeadingSet(
    '应急值班排班表',
    `日期=e:startsAt|e:occurredAt|- 星期=- 带班领导=@attended-by|attended-by>p:name|@handled-by|handled-by>p:name|-
     带班领导电话=attended-by>p:mobile|handled-by>p:mobile|- 值班长=@attended-by|attended-by>p:name|@handled-by|handled-by>p:name|-
     值班长电话=attended-by>p:mobile|handled-by>p:mobile|- 白班一=@attended-by|attended-by>p:name|@handled-by|handled-by>p:name|-
     白班二=@attended-by|attended-by>p:name|@handled-by|handled-by>p:name|- 夜班一=@attended-by|attended-by>p:name|@handled-by|handled-by>p:name|-
     夜班二=@attended-by|attended-by>p:name|@handled-by|handled-by>p:name|-`,
  ),
  readHeadingSet(
    '民警入户走访记录表',
    `走访人=@handled-by|handled-by>p:name|- 被走访人=p:name|about>p:name|@about 被走访人电话=p:mobile|about>p:mobile
     派出所=@handled-by-organisation|handled-by-organisation>o:name|- 归属地=-
     走访地址=@at|@resides-at|about>@resides-at|e:placeNote|about>e:placeNote|at>e:placeNote 是否矛盾=-
     矛盾内容=e:findings|about>e:findings|at>e:findings|e:detail|about>e:detail|at>e:detail|-
     走访开始时间=e:startsAt|about>e:startsAt|at>e:startsAt|e:occurredAt|about>e:occurredAt|at>e:occurredAt`,
  ),
  readHeadingSet(
    '灭火器检查台账',
    `装置名称=@located-at|located-at>l:name|- 位号=t:serialNumber|t:positionNote|- 位置=t:positionNote|@located-at 数量=t:quantity 灭火器类型=t:extinguisherKind
     检查人=@handled-by|handled-by>p:name|-|@maintained-by|maintained-by>p:name 充装日期=t:maintainedOn 检查日期=t:inspectedOn 状态=t:condition
     措施=-|e:remedy|about-thing>e:remedy 检查状况=t:condition|t:faults|-`,
  ),
  readHeadingSet(
    '在院老人台账',
    `性别=p:sex 年龄=p:age|p:birthDate 身份证号=p:idNumber 出生日期=p:birthDate 联系电话=p:mobile 床位信息=receives-care-from.bed 入住状态=-
     护理等级=-|p:mobilityLevel|p:abilityLevel 服务费余额=- 押金余额=- 会员余额=- 入住日期=- 到期日期=-
     紧急联系人=p:emergencyContactName|@emergency-contact|emergency-contact>p:name`,
  ),
  readHeadingSet(
    '孕产妇产检记录表',
    `身份证件-类别代码=p:docKind|about>p:docKind 身份证件-号码=p:idNumber|about>p:idNumber|p:docNumber|about>p:docNumber 身高(cm)=p:heightCm|about>p:heightCm
     收缩压(mmHg)=p:systolic|about>p:systolic 舒张压(mmHg)=p:diastolic|about>p:diastolic 基础收缩压(mmHg)=- 基础舒张压(mmHg)=- 体温℃=p:temperature|about>p:temperature
     症状=- 体征=- 心率(次/分钟)=p:pulse|about>p:pulse|- 胎心率(次/分钟)=- 肝脏触诊结果=-`,
  ),
  readHeadingSet(
    '门诊患者登记表',
    `病历号=- 姓名=p:name 性别=p:sex 年龄=p:age|p:birthDate 身份证号=p:idNumber 联系电话=p:mobile 家庭住址=@resides-at 工作单位=p:employerName|@employed-by
     紧急联系人=p:emergencyContactName|@emergency-contact|emergency-contact>p:name 紧急联系电话=p:emergencyContactMobile|emergency-contact>p:mobile 就诊科室=-
     主治医师=- 初步诊断=- 医保卡号=p:socialCard`,
  ),
  readHeadingSet(
    '学生学籍表',
    `学号=p:studentNumber|- 姓名=p:name 性别=p:sex 民族=p:nationality 学校=@studies-at|studies-at>o:name 年级=p:grade 班级=p:className 生日=p:birthDate
     年龄=p:age|p:birthDate 家庭地址=@resides-at 联系人=p:emergencyContactName|p:guardianName|@emergency-contact|@guardian
     联系人电话=p:emergencyContactMobile|p:guardianMobile`,
  ),
  readHeadingSet(
    '学生资助物品发放名册',
    `学校全称=@studies-at|studies-at>o:name 年级=p:grade 班级=p:className 姓名=p:name 身份证号码=p:idNumber 性别=p:sex 学籍号=p:studentNumber 是否享受校服=-
     型号=-|t:model|uses-thing>t:model 是否享受作业本=- 是否享受学具=- 备注=e:note|-`,
  ),
  readHeadingSet(
    '低保家庭成员信息表',
    `身份证=p:idNumber 性别=p:sex 出生日期=p:birthDate 年龄=p:age|p:birthDate 是否保障对象=p:subsistenceAllowance|- 户口性质=p:householdKind|p:ruralHousehold
     人员类别=-|p:hardshipKinds 健康状况=p:healthStatus 婚姻状况=p:maritalStatus 民族=p:nationality 职业状况=p:occupation|p:employmentStatus 政治面貌=p:politicalStatus
     残疾类别=p:disabilityKind 残疾等级=p:disabilityLevel 残疾证号=p:disabilityCert 开户银行=p:bankName 银行账号=p:bankAccount 文化程度=p:education 劳动能力=-
     工作学习单位=p:employerName|@employed-by|@studies-at 所属地市=@resides-at|@registered-at|@within|- 所需区/县=@resides-at|@registered-at|@within|-`,
  ),
  readHeadingSet(
    '农村自建房排查登记表',
    `所属网格=@within 所属小区=@within 所属楼幢=@within 所属单元=@within 所属房屋=l:name|l:doorPlate|@within 详细地址=@within|l:locationNote|l:doorPlate 房屋类型=l:housingKind
     房屋编码=l:addressCode 所属村镇=@within 户主姓名=resides-at>p:headName|resides-at>p:name|@resides-at|l:ownerName 经济类型=-|resides-at>p:hardshipKinds
     建造时间=l:builtYear 建筑层数=l:floors 建筑面积=l:areaSquareMetres 占地面积=l:landArea 房屋使用情况=l:use|l:occupancy|l:homeBusiness|l:status 房屋周边情况=-|l:threats
     砌筑方式=- 构筑类型=l:structure`,
  ),
  readHeadingSet(
    '住宅小区（楼盘）信息表',
    `所在区域=@within 楼盘名称=l:name 楼盘别名=l:alias 楼盘简介=- 楼盘地址=@within|l:locationNote|l:doorPlate 参考均价元=- 建筑结构=l:structure 物业类型=-|l:use 产权年限=- 开发商=-
     占地面积=l:landArea 建筑面积=l:areaSquareMetres 容积率=- 绿化率=- 规划车位=l:parkingSpaces 车位配比=- 规划楼栋=l:buildings 规划户数=l:dwellings|l:households
     物业公司=@serves-place|serves-place>o:name|@manages|manages>o:name 物业费用=l:propertyFee 供暖方式=l:heating 供水=- 供电=- 预售许可证=- 备注=e:note|-`,
  ),
  readHeadingSet(
    '电气火灾隐患检测单元信息表',
    `名称=o:name|l:name 业主单元类型=- 检测单位名称=@inspected-by|inspected-by>o:name|@handled-by-organisation|- 项目名称=- 区域=@within|@operates-at|- 委托单位=- 管理员=-
     网格员=-|@looks-after|looks-after>p:name 检测地址=@operates-at|@at|@within|l:locationNote|l:doorPlate
     联系人/负责人/业主=o:liaisonName|o:legalRepresentative|o:manager|l:ownerName 联系电话=o:contactMobile|o:liaisonMobile|l:ownerPhone
     建筑面积=l:areaSquareMetres|operates-at>l:areaSquareMetres|o:businessArea 建筑层数=l:floors|operates-at>l:floors 建筑使用性质=l:use|operates-at>l:use
     检测开始时间=e:startsAt|- 检测结束时间=e:endsAt|- 检测内容=e:matters|- 户数=l:households|operates-at>l:households
     楼栋长=l:wardenName|@looks-after|looks-after>p:name 单位类型=o:kind 场所类型=o:smallPlaceKind 消防安全负责人=o:fireManager 消防安全管理人=o:fireManager 消防安全管理人电话=-
     员工人数=o:employees 有无证照=- 消防安全重点单位=o:fireKeyUnit`,
  ),
  readHeadingSet(
    '社区房屋信息采集表',
    `楼栋名称=@within 单元=@within 楼层=-|l:locationNote 门牌号=l:doorPlate|l:name 电话=l:ownerPhone|- 厅室构造(“两室一厅一厨一卫”比如)=l:layout 建筑面积(单位平方米)=l:areaSquareMetres
     套内面积(单位平方米)=l:innerArea 房屋建设时间(房屋建设时间)=l:builtYear 产权时间(比如“70年”“50年”)=- 使用性质(比如“商用”、“居住使用”)=l:use 是否出租,(0否1是,默认0)=l:occupancy|- 出租用途=-|l:use
     隐患类型(0无隐患）=e:hazardKind|at>e:hazardKind|- 照片列表=l:photo 是否有电梯(0否1是,默认0)=l:hasLift 房屋平面图=- 方位图=- 星级1-5，默认为空=-|l:rentalRisk`,
  ),
  readHeadingSet(
    '网格划分信息表',
    `网格编码=l:gridCode 网格名称=l:name 网格类型=-|l:toponymClass 层级编码=l:officialCode|- 中心点坐标=l:position 面积(平方米)=l:landArea 常住人口数=l:residents 户数=l:households
     网格员电话=l:wardenPhone|looks-after>p:mobile|works-at>p:mobile`,
  ),
  readHeadingSet(
    '网格员巡检记录表',
    `巡检编号=e:number|at>e:number 网格员姓名=@handled-by|handled-by>p:name|- 网格编码=l:gridCode|at>l:gridCode 网格名称=@at|l:name|at>l:name|@within
     巡检类型=e:inspectionKind|at>e:inspectionKind|- 开始时间=e:startsAt|at>e:startsAt 结束时间=e:endsAt|at>e:endsAt 巡检时长(分钟)=-
     发现事件数=e:hazardCount|at>e:hazardCount|- 结束纬度=- 结束经度=- 巡检距离(公里)=- 身体状态=-|p:healthStatus 天气情况=- 温度=-`,
  ),
  readHeadingSet(
    '信访事项办理表',
    `办理编号=e:number|- 信访编号=e:number 办理阶段=e:status 办理方式=- 办理单位名称=@handled-by-organisation|handled-by-organisation>o:name
     承办人姓名=@handled-by|handled-by>p:name 承办人职务=handled-by>p:jobTitle 工作内容=e:answer|- 采取措施=e:measures|e:answer 调查情况=e:answer|e:findings|e:verified|-
     法律依据=- 处理建议=e:opinion|e:remedy|- 领导批示=e:opinion 批示领导姓名=- 批示时间=e:approvedOn|- 现场核实情况=e:verified|e:findings|- 法制审核结果=- 最终决定=e:outcome|e:answer|-
     答复内容=e:answer 答复方式=- 答复时间=e:finishedOn|- 信访人知悉情况=-|e:acknowledged 是否重点督办=e:escalated 督办级别=- 阶段期限=e:dueOn`,
  ),
  readHeadingSet(
    '楼栋长信息登记表',
    `小区名称=@within|l:name|looks-after>l:name|- 楼栋名称=l:name|looks-after>l:name|@looks-after 建筑面积=l:areaSquareMetres|looks-after>l:areaSquareMetres
     层数=l:floors|looks-after>l:floors 单元楼=-|l:entrances|looks-after>l:entrances 楼栋户数=l:households|looks-after>l:households
     楼栋人数=l:residents|looks-after>l:residents 楼栋长姓名=p:name|looks-after>p:name|l:wardenName|looks-after>l:wardenName|@looks-after
     性别=p:sex|looks-after>p:sex 民族=p:nationality|looks-after>p:nationality 政治面貌=p:politicalStatus|looks-after>p:politicalStatus
     出生日期=p:birthDate|looks-after>p:birthDate 学历=p:education|looks-after>p:education
     手机号码=p:mobile|looks-after>p:mobile|l:wardenPhone|looks-after>l:wardenPhone 固定电话=p:landline|looks-after>p:landline
     所在地=@within|@resides-at|looks-after>@resides-at 所在地详址=@within|@resides-at|l:locationNote|looks-after>l:locationNote
     经度=l:position|looks-after>l:position 纬度=l:position|looks-after>l:position`,
  ),
  readHeadingSet(
    '境外人员信息登记表',
    `外文姓=p:latinName 外文名=p:latinName 中文姓名=p:name 性别=p:sex 生日=p:birthDate 国籍=p:citizenship 宗教信仰=p:religion 证件类型=p:docKind 证件号=p:docNumber 证件有效期=-
     联系方式=p:mobile 来华目的=p:arrivalReason|stays-at.reason 职业类别=p:occupation 职业=p:occupation 服务处所=p:employerName|@employed-by 现住地=@resides-at|@stays-at
     现住门（楼）详=@resides-at|@stays-at 抵达日期=p:arrivalDate 预计离开日期=-|p:stayUntil 是否重点关注=-`,
  ),
  readHeadingSet(
    '残疾人基本情况台账',
    `关注程度=- 姓名=p:name 性别=p:sex 身份证号码=p:idNumber 所属网格=@resides-at|@within|- 户籍地=@registered-at 户籍地详址=@registered-at 常住地址=@resides-at
     曾用名/别名=p:formerName 联系手机=p:mobile 固定电话=p:landline 文化程度=p:education 职业=p:occupation 工作单位或就读学校=p:employerName|@employed-by|@studies-at
     血型=p:bloodType 电子邮箱=p:email 临时居所=@stays-at 监护人=p:guardianName|@guardian|guardian>p:name 残疾证号=p:disabilityCert 残疾类型=p:disabilityKind
     残疾原因=p:disabilityCause 残疾时间=- 最新服务时间=p:visitedOn|- 残疾等级=p:disabilityLevel 技能特长=p:skills|p:specialties 劳动能力=-`,
  ),
  readHeadingSet(
    '人口基础信息扩展表',
    `证件号码=p:idNumber 籍贯=p:nativePlace 户籍地址=@registered-at 居住地址=@resides-at 婚姻状况=p:maritalStatus 政治面貌=p:politicalStatus 宗教信仰=p:religion 身高=p:heightCm
     学历=p:education 学位=p:degree 专业=p:major 健康状态=p:healthStatus 在职状态=p:employmentStatus 参保状态=-|p:pensionKind|p:medicalInsuranceKind
     兵役状态=p:conscription 死亡状态=-|p:deathDate 参加工作时间=p:workStartedOn 工作单位=p:employerName|@employed-by
     工作单位地址=@works-at|employed-by>@operates-at|employed-by>@seated-at 职业=p:occupation 户籍地行政区划代码=registered-at>l:officialCode
     居住地邮编=resides-at>l:postcode 居住证起始日期=- 居住证终止日期=p:permitUntil 所属网格=@resides-at|@within|-`,
  ),
  readHeadingSet(
    '火灾危险场所台账',
    `名称=l:name 编号=- 类别=- 所在位置=@within|l:locationNote 使用性质=l:use 建筑面积(m²)=l:areaSquareMetres 耐火等级=l:fireResistance 火灾危险性=- 所属装置=-
     消防设施配置=l:fireEquipment 消防措施=- 责任人=l:wardenName|@looks-after|looks-after>p:name 身份证号码=looks-after>p:idNumber|-
     联系电话=l:wardenPhone|looks-after>p:mobile 是否启用=l:status 经度=l:position 纬度=l:position 备注=e:note|-`,
  ),
  readHeadingSet(
    '门禁人员导入模板',
    `小区名称=@resides-at|@within|resides-at>l:name|- 姓名=p:name 手机号=p:mobile 身份证号=p:idNumber 人员类型=resides-at.as|- 户籍类型=p:householdKind 门禁卡号=-
     房屋信息=@resides-at|@owns-home 车辆信息=@owned-by|owned-by>t:plate|-`,
  ),
  readHeadingSet(
    '街道应急警情协同处置表',
    `所属街道=@at|@within|@handled-by-organisation|- 街道名称=@at|@within|l:name|at>l:name|@handled-by-organisation|- 检查时间=e:occurredAt|at>e:occurredAt|-
     事件描述=e:detail|at>e:detail 事件类型=e:incidentKind|at>e:incidentKind|e:eventClass|at>e:eventClass|e:accidentKind|at>e:accidentKind
     事件大类型=e:eventClass|at>e:eventClass|e:incidentKind|at>e:incidentKind 报警人=@reported-by|reported-by>p:name 联系电话=reported-by>p:mobile|p:mobile
     处理结果=e:outcome|at>e:outcome|e:answer|at>e:answer 主管单位=@handled-by-organisation|handled-by-organisation>o:name|-
     警情地址=@at|e:placeNote|at>e:placeNote`,
  ),
  readHeadingSet(
    '流浪宠物领养登记表',
    `宠物名称=t:name 性别=t:petSex 年纪=t:petBirth 性格=- 品种=t:breed 猫还是狗=t:petKind 图片链接=t:photo 接种疫苗=t:rabiesOn|- 领养备注=-|e:note
     捐赠人真实姓名=-|@applied-by|applied-by>p:name|@owned-by|owned-by>p:name 捐赠人手机号=-|applied-by>p:mobile|owned-by>p:mobile 捐赠日期=-|t:acquiredOn
     审核通过时间=-|e:approvedOn 审核状态=-|e:status`,
  ),
  readHeadingSet(
    '小区业主车辆信息表',
    `小区编号=- 车辆编号=t:serialNumber|- 车位号=t:parkingSpace 停车卡号=- 车主姓名=owned-by>p:name|@owned-by 电话号码=owned-by>p:mobile 车牌号=t:plate 排量=- 用户编号=-`,
  ),
  readHeadingSet(
    '校园车辆违规记录表',
    `车牌号=t:plate|about-thing>t:plate|owned-by>t:plate 车主姓名=owned-by>p:name|@owned-by|p:name|about>p:name|@about
     车主电话=p:mobile|owned-by>p:mobile|about>p:mobile 所属单位=@owned-by-organisation|@employed-by|p:employerName|owned-by>p:employerName|- 次序=-
     违规分类=-|e:eventClass|about-thing>e:eventClass|e:topic|about-thing>e:topic 扣分=- 违规时间=e:occurredAt|about-thing>e:occurredAt
     违规地点=@at|e:placeNote|about-thing>e:placeNote`,
  ),
  readHeadingSet(
    '检查井（井盖）普查表',
    `点位=t:position|t:positionNote|@located-at|- 井盖尺寸=t:size 图上点号=- 井盖材质=t:material 图幅号=- 井材质=- 特征=- 井深=t:burialDepth 附属物=- 井尺寸=- 地面高度=-
     所在街道=@located-at|@within`,
  ),
  readHeadingSet(
    '电梯档案表',
    `电梯别名=t:name|- 电梯编号=t:rescueCode|t:serialNumber 电梯出厂时间=t:madeOn 电梯安装时间=t:installedOn 电梯年检时间=t:inspectedOn 电梯型号=t:model 电梯类别=t:liftKind
     总楼层=located-at>l:floors|t:liftStops 楼栋=@located-at 单元=@located-at|t:positionNote`,
  ),
  readHeadingSet(
    '出租房源登记表',
    `居室=l:layout|- 卫生间=- 整套面积=l:areaSquareMetres 房间号=l:doorPlate|l:name|- 房屋面积=l:areaSquareMetres|l:innerArea 朝向=- 租金=rents.monthlyRent
     楼层=-|l:locationNote 楼房类型=- 起租日期=- 房源描述=- 房东姓名=l:ownerName|@owns-home|owns-home>p:name 房东电话=l:ownerPhone|owns-home>p:mobile 小区名称=@within
     具体地址=@within|l:locationNote|l:doorPlate 房牌号=l:doorPlate 付款方式=-`,
  ),
  readHeadingSet(
    '来访人员信息表',
    `联系电话=p:mobile 身份证号=p:idNumber 性别(1:男/2:女/0:未知)=p:sex 照片路径=p:photo 车牌号=owned-by>t:plate|used-by>t:plate 是否黑名单=- 黑名单原因=- 备注信息=e:note|- 来访次数=-`,
  ),
  readHeadingSet(
    '公共场所核酸检测明细表',
    `序号=- 所在市区=@within 所在镇街=@within 公共场所=l:name 类别=- 公共场所管理员=l:wardenName|@looks-after|looks-after>p:name 当天检测人次=- 近7天检测人次=- 检测总人次=- 当前统计时间=-`,
  ),
  readHeadingSet(
    '安全隐患随手拍受理表',
    `上报时间=e:reportedAt|at>e:reportedAt 隐患地点=@at|e:placeNote|at>e:placeNote 隐患详情=e:detail|at>e:detail 流程状态=e:status|at>e:status 受理时间=-
     受理人=@handled-by|handled-by>p:name|- 审核时间=-|e:approvedOn|at>e:approvedOn 审核人=-`,
  ),
  readHeadingSet(
    '备件物资出入库流水',
    `单据号=e:number|uses-thing>e:number|e:documentNumber|uses-thing>e:documentNumber
     备件编号=t:serialNumber|uses-thing>t:serialNumber|t:assetNumber|uses-thing>t:assetNumber 备件名称=t:name|uses-thing>t:name 单位=t:unit|uses-thing>t:unit
     类型=- 入库类型=t:sourceKind|uses-thing>t:sourceKind|- 出库类型=- 供应商/领用部门=-|@about-organisation
     领用人=@about|about>p:name|@applied-by|applied-by>p:name|@used-by|used-by>p:name 数量=uses-thing.quantity|t:quantity|uses-thing>t:quantity 变更前=-
     变更后=t:quantity|uses-thing>t:quantity|- 操作人=@handled-by|handled-by>p:name|-
     操作日期=e:occurredAt|uses-thing>e:occurredAt|e:reportedAt|uses-thing>e:reportedAt|t:acquiredOn|uses-thing>t:acquiredOn
     存放位置=@located-at|t:positionNote|uses-thing>t:positionNote`,
  ),
  readHeadingSet(
    '毕业生求职登记表',
    `性别=p:sex 民族=p:nationality 身高=p:heightCm 体重=p:weightKg 政治面貌=p:politicalStatus 最高学历=p:education 健康状况=p:healthStatus 求职意向=p:jobIntent
     出生年月=p:birthDate 照片=p:photo 所学专业=p:major 现居住地=@resides-at 通讯地址=-|@resides-at 联系电话=p:mobile 邮箱=p:email 所获奖项=p:honours 专业课程=-`,
  ),
  readHeadingSet(
    '机关干部基本信息表',
    `姓名=p:name 出生年月=p:birthDate 民族=p:nationality 籍贯=p:nativePlace 出生地=p:birthPlace 政治面貌=p:politicalStatus 入党时间=p:partyJoinedOn
     第二党派=-|p:politicalStatus 第三党派=-|p:politicalStatus 参加工作时间=p:workStartedOn 健康状况=p:healthStatus 专业特长=p:specialties 身份证号码=p:idNumber 管理类别=-
     人员类别=p:staffType 编制类型=p:staffType 现职务=p:jobTitle|employed-by.position 任现职务时间=- 任同级职务时间=- 现职级=-`,
  ),
  readHeadingSet(
    '个体工商户（小商超）信息表',
    `个体工商户营业执照jpg照片=o:licencePhoto 个体工商户营业执照号码=o:uscc 经营者=o:legalRepresentative 小商超名称=o:name 经营场所位置=@operates-at 组成形式=-|o:economicType
     注册日期=o:establishedOn 经营范围=o:businessScope 经营许可证.jpg=-|o:licencePhoto 联系人姓名=o:liaisonName 联系人证件号=-|delegate-of>p:idNumber`,
  ),
]
