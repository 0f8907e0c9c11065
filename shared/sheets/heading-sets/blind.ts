import { type HeadingSet, readHeadingSet } from './everyday'

/**
 * Headings from sheets written down from memory before anybody looked at the attributes, and labelled strictly. They measure what a sheet
 * nobody has seen may expect: the matcher is not to be made with them.
 */
export const blindHeadingSets: readonly HeadingSet[] = [
  readHeadingSet(
    '“三无”小区(无物业、无主管部门、无人防物防)管理台账',
    `序号=- 街道=@within|- 社区名称=@within 小区(楼院)名称=l:name 地址=@within|l:locationNote|l:doorPlate 建成时间=l:builtYear
     原产权单位=@owns-property|- 楼栋数=l:buildings 户数=l:households|l:dwellings 人口数=l:residents 60岁以上老人数=l:elders60
     出租户数=l:rentedDwellings 党员人数=l:partyMembers 党支部书记=-|manages>o:partySecretary
     楼院长姓名=@looks-after|looks-after>p:name|l:wardenName 楼院长联系方式=looks-after>p:mobile|l:wardenPhone 自治组织形式=-
     是否引入准物业=-|l:propertyMode 保洁人员=- 门卫值守情况=-|l:accessControl 门禁系统=l:accessControl 监控探头数=-|located-at>t:quantity
     路灯照明=- 消防栓数量=-|located-at>t:quantity 灭火器数量=-|located-at>t:quantity 电动车充电设施=l:bikeChargers|- 化粪池清掏情况=- 地下管网情况=-
     飞线充电处数=- 违章建筑数=- 居民反映突出问题=e:detail|at>e:detail|e:title|at>e:title|-
     解决办法=-|e:remedy|at>e:remedy|e:answer|at>e:answer 包联单位=@manages|@serves-place|-
     包联干部=@looks-after|looks-after>p:name 计划整改时间=e:remedyBy|at>e:remedyBy|e:dueOn|at>e:dueOn|- 备注=-`,
  ),
  readHeadingSet(
    '全民健身路径(室外健身器材)普查登记表',
    `序号=- 设施编号=t:serialNumber|t:assetNumber 器材名称=t:name 安装地点=@located-at|t:positionNote 所属社区(村)=@located-at|-
     场地类型(小区/公园/广场)=- 场地面积=l:landArea|located-at>l:landArea 地面材质=l:paving|located-at>l:paving|- 数量(件)=t:quantity
     品牌=t:brand 生产企业=t:manufacturer 供货单位=- 规格型号=t:model 资金来源(体彩公益金/财政/自建)=- 采购金额(元)=t:price|- 采购年份=t:acquiredOn
     安装日期=t:installedOn 质保到期日=- 设计使用年限=t:lifespan 是否超期服役=- 投保情况=t:insuranceKinds 完好状况(完好/损坏/缺失)=t:condition
     损坏部位=t:faults 维修时间=t:maintainedOn|e:finishedOn|about-thing>e:finishedOn|-
     维修人=-|@maintained-by|maintained-by>p:name|@handled-by|handled-by>p:name 管护单位=@maintained-by-organisation
     管护责任人=@maintained-by|maintained-by>p:name 管护人电话=maintained-by>p:mobile 社会体育指导员=- 二维码编号=t:tagCode 日均使用人次=-
     巡检日期=t:inspectedOn 拟处理意见(维修/更换/拆除)=-`,
  ),
  readHeadingSet(
    '春季重大动物疫病强制免疫登记表',
    `
     日期=e:occurredAt|about>e:occurredAt|about-thing>e:occurredAt|e:reportedAt|about>e:reportedAt|about-thing>e:reportedAt|-
     乡镇=@at|@resides-at|@located-at|- 村组=@at|@resides-at|@located-at|-
     畜主姓名=p:name|about>p:name|owned-by>p:name|@owned-by|@about 畜主电话=p:mobile|about>p:mobile|owned-by>p:mobile
     一卡通号=p:bankAccount|about>p:bankAccount|owned-by>p:bankAccount|-
     动物种类=-|t:petKind|owned-by>t:petKind|about-thing>t:petKind
     存栏数=-|t:quantity|owned-by>t:quantity|about-thing>t:quantity 应免数=- 实免数=-
     免疫病种(口蹄疫/小反刍兽疫/禽流感)=-|e:vaccine|about>e:vaccine|about-thing>e:vaccine
     疫苗名称=e:vaccine|about>e:vaccine|about-thing>e:vaccine|- 疫苗厂家=-|uses-thing>t:manufacturer
     疫苗批号=e:batch|about>e:batch|about-thing>e:batch 疫苗有效期=-|uses-thing>t:expiresOn 疫苗用量(ml)=-|uses-thing.quantity
     耳标号=t:tagCode|owned-by>t:tagCode|about-thing>t:tagCode|- 补标数=-
     免疫日期=e:occurredAt|about>e:occurredAt|about-thing>e:occurredAt|e:startsAt|about>e:startsAt|about-thing>e:startsAt
     免疫次数=e:dose|about>e:dose|about-thing>e:dose|- 应激死亡数=- 补免时间=- 未免原因=- 采样数量=- 抗体检测结果=-
     犬只数量=l:dogs|resides-at>l:dogs|at>l:dogs|located-at>l:dogs|t:quantity|owned-by>t:quantity|about-thing>t:quantity|-
     犬名=t:name|owned-by>t:name|about-thing>t:name
     狂犬免疫证号=t:immunityCert|owned-by>t:immunityCert|about-thing>t:immunityCert 驱虫情况=- 消毒面积=-
     防疫员姓名=@handled-by|handled-by>p:name 防疫员工资=- 畜主签字=e:signature|about>e:signature|about-thing>e:signature|-
     村委会盖章=-`,
  ),
  readHeadingSet(
    '危险化学品生产经营单位基本情况一览表',
    `序号=- 企业名称=o:name 企业类型(生产/经营/使用/储存)=- 详细地址=@operates-at|@seated-at
     经度=l:position|operates-at>l:position|seated-at>l:position
     纬度=l:position|operates-at>l:position|seated-at>l:position
     法定代表人=o:legalRepresentative|@legal-representative-of|legal-representative-of>p:name
     手机号码=o:contactMobile|legal-representative-of>p:mobile 安全负责人=o:safetyOfficer|- 安全负责人电话=-|employed-by>p:mobile
     许可证编号=o:sectorLicence 许可证有效期=o:sectorLicenceUntil 许可范围=-|o:businessScope 主要危化品名称=o:chemicals CAS号=-
     最大储存量(吨)=-|o:chemicals 储罐数量=- 储存方式=- 是否构成重大危险源=- 重大危险源等级=- 重点监管危险化工工艺=- 两重点一重大=- 从业人数=o:employees
     持证人数=o:certifiedWorkers|- 安全标准化等级=o:safetyLevel 安全评价机构=- 应急预案备案编号=- 最近一次演练时间=o:drilledOn 周边敏感目标=- 与居民区距离(米)=-
     停产状态=o:businessStatus 包保责任人=- 备注=-`,
  ),
  readHeadingSet(
    '农村户厕改造摸排整改明细表',
    `序号=- 县(市、区)=@within|@resides-at|@registered-at|@at|@located-at|-
     乡(镇)=@within|@resides-at|@registered-at|@at|@located-at|-
     村=@within|@resides-at|@registered-at|@at|@located-at|- 组=@within|@resides-at|@registered-at|@at|@located-at|-
     户主姓名=p:name|resides-at>p:name|about>p:name|p:headName|resides-at>p:headName|about>p:headName|@resides-at|@about|@applied-by
     身份证号=p:idNumber|resides-at>p:idNumber|about>p:idNumber 联系电话=p:mobile|resides-at>p:mobile|about>p:mobile
     家庭常住人口=p:familySize|resides-at>p:familySize|about>p:familySize|l:residents|resides-at>l:residents|at>l:residents
     是否常年在家=-|p:presence|resides-at>p:presence|about>p:presence
     住房类型=l:housingKind|resides-at>l:housingKind|at>l:housingKind|- 原厕所类型=- 改厕模式(三格化粪池/双瓮/完整下水道水冲式)=- 改厕年份=-
     厕屋位置(室内/院内/院外)=- 厕屋面积=- 化粪池容积(立方米)=-|t:volume|located-at>t:volume 施工队=-
     产品厂家=t:manufacturer|located-at>t:manufacturer|- 验收时间=- 验收人=-
     补助资金(元)=e:amountGranted|about>e:amountGranted|at>e:amountGranted|- 是否一户一档=-
     使用情况(在用/停用)=l:status|at>l:status|t:condition|located-at>t:condition|- 是否渗漏=- 问题类别=-
     问题描述=e:detail|about>e:detail|at>e:detail|e:title|about>e:title|at>e:title
     是否立行立改=-|e:rectified|about>e:rectified|at>e:rectified
     整改时限=e:remedyBy|about>e:remedyBy|at>e:remedyBy|e:dueOn|about>e:dueOn|at>e:dueOn
     整改责任人=@handled-by|handled-by>p:name|@caused-by|caused-by>p:name|- 清掏方式=-
     管护单位=@maintained-by-organisation|@manages|@serves-place|-
     农户满意度=e:satisfaction|about>e:satisfaction|at>e:satisfaction
     农户签字=e:signature|about>e:signature|at>e:signature|-`,
  ),
  readHeadingSet(
    '防汛抢险物资储备清单',
    `序号=- 储备单位=@owned-by-organisation|@operated-by 仓库名称=@located-at|located-at>l:name
     仓库地址=@located-at|located-at>l:locationNote 物资类别=t:supplyKind|t:category 物资名称=t:name 规格型号=t:model 计量单位=t:unit
     库存数量=t:quantity 单价(元)=t:price 总价(元)=- 生产厂家=t:manufacturer 生产日期=t:madeOn 购置日期=t:acquiredOn 保质期(年)=-
     报废年限=t:lifespan|- 入库时间=- 存放位置(货架号)=t:positionNote 经费来源=- 完好情况=t:condition 最近检修日期=t:maintainedOn|t:inspectedOn
     保管员=@maintained-by|maintained-by>p:name 保管员电话=maintained-by>p:mobile
     调拨单号=-|e:number|uses-thing>e:number|e:documentNumber|uses-thing>e:documentNumber 调出数量=uses-thing.quantity|-
     调往地点=-|@at 领用单位=- 领用人=-|@used-by|used-by>p:name 归还时间=- 应储备数量=t:minStock 缺口数量=- 备注=-`,
  ),
  readHeadingSet(
    '2024年秋季学期进城务工人员随迁子女入学登记表',
    `序号=- 学生姓名=p:name 性别=p:sex 出生年月日=p:birthDate 学生身份证号=p:idNumber 全国学籍号=p:studentNumber 户籍所在地(省市县)=@registered-at
     户口簿户号=p:householdNumber 原就读学校=- 申请就读学校=@studies-at|- 申请年级=p:grade|- 是否起始年级=-
     父亲姓名=p:fatherName|@parent|parent>p:name 父亲身份证号=parent>p:idNumber 父亲联系电话=parent>p:mobile
     父亲工作单位=parent>p:employerName 母亲姓名=p:motherName|@parent|parent>p:name 母亲身份证号=parent>p:idNumber
     母亲联系电话=parent>p:mobile 母亲工作单位=parent>p:employerName 居住证编号=p:residencePermit|parent>p:residencePermit 居住证签发日期=-
     现居住地详细地址=@resides-at 住房性质(自购/租赁/单位宿舍)=l:tenure|resides-at>l:tenure|p:dwellingKind|resides-at.as
     房产证号或租赁合同备案号=l:titleNumber|resides-at>l:titleNumber|l:rentalNumber|resides-at>l:rentalNumber|- 社保缴纳地=-
     社保缴费月数=- 预防接种证查验情况=- 是否留守儿童=p:leftBehind 是否残疾儿童=-
     审核结果=e:opinion|applied-by>e:opinion|about>e:opinion|e:status|applied-by>e:status|about>e:status|- 备注=-`,
  ),
  readHeadingSet(
    '民间信仰场所及宗教活动场所基本情况登记表',
    `序号=- 场所名称=o:name|l:name|operates-at>l:name 曾用名=-|l:alias|operates-at>l:alias 教别=- 场所类别(寺观教堂/固定处所/临时活动点)=-
     登记证编号=o:sectorLicence|- 登记时间=-|o:establishedOn 地址=@operates-at|@seated-at|@within
     始建年代=l:builtYear|operates-at>l:builtYear|seated-at>l:builtYear|- 重建时间=-
     占地面积(㎡)=l:landArea|operates-at>l:landArea|seated-at>l:landArea
     建筑面积(㎡)=l:areaSquareMetres|operates-at>l:areaSquareMetres|seated-at>l:areaSquareMetres|o:businessArea
     房屋性质=-|l:ownership|operates-at>l:ownership|seated-at>l:ownership|o:premisesRight
     土地证号=-|l:titleNumber|operates-at>l:titleNumber|seated-at>l:titleNumber
     是否文物保护单位=l:heritage|operates-at>l:heritage|seated-at>l:heritage|-
     文保级别=-|l:heritage|operates-at>l:heritage|seated-at>l:heritage
     负责人姓名=o:legalRepresentative|o:manager|@legal-representative-of|legal-representative-of>p:name 法名=-
     负责人身份证号=legal-representative-of>p:idNumber 教职人员证号=- 教职人数=- 民管会主任=- 民管会成员=- 信教群众人数=-
     日常活动时间=o:openingHours|l:openingHours|operates-at>l:openingHours|-
     大型活动名称=@hosted-by|e:title|hosted-by>e:title|- 参加人数=e:attendance|hosted-by>e:attendance|- 银行账户=-
     年收入=o:revenueBand|- 年支出=- 消防设施=o:fireEquipment|l:fireEquipment|operates-at>l:fireEquipment 用电用火情况=-
     包联领导=-|@looks-after|looks-after>p:name 宗教工作联络员=o:liaisonName|- 联络员电话=o:liaisonMobile|- 有无私设聚会点=-`,
  ),
  readHeadingSet(
    '农村人居环境整治提升月度情况统计表',
    `填报单位=- 统计月份=- 行政村名称=l:name 自然村数=l:compounds 农户总数=l:households 常住人口=l:residents
     村党支部书记=-|manages>o:partySecretary 联系电话=-|manages>o:contactMobile 村庄类型(示范/提升/一般)=- 清理生活垃圾(吨)=- 清理沟渠(公里)=-
     清理残垣断壁(处)=- 拆除私搭乱建(平方米)=- 发动群众(人次)=- 投入资金(万元)=- 卫生厕所普及率(%)=- 生活污水治理率=- 污水处理设施座数=- 污水处理设施是否正常运行=-
     垃圾收运点数量=l:wastePoints|- 保洁员人数=- 保洁员工资标准=- 是否制定村规民约=- 是否实行门前三包=- 公益宣传栏=- 绿化面积(亩)=- 硬化道路里程=-
     路灯盏数=-|located-at>t:quantity 考核得分=- 排名=- 填表人=- 审核人=-`,
  ),
  readHeadingSet(
    '安全生产“三管三必须”检查问题隐患清单',
    `序号=- 检查日期=e:occurredAt|about-organisation>e:occurredAt|e:startsAt|about-organisation>e:startsAt
     检查单位=@handled-by-organisation 带队领导=-|@handled-by|handled-by>p:name|@attended-by|attended-by>p:name
     检查人员=@handled-by|handled-by>p:name 被检查单位名称=@about-organisation|o:name|about-organisation>o:name
     单位地址=@at|@operates-at|@seated-at|o:registeredAddress|about-organisation>o:registeredAddress
     所属行业=o:industry|about-organisation>o:industry 行业主管部门=@supervises|-
     主要负责人=o:legalRepresentative|about-organisation>o:legalRepresentative|o:manager|about-organisation>o:manager|@legal-representative-of|legal-representative-of>p:name
     安全管理员=o:safetyOfficer|about-organisation>o:safetyOfficer
     联系电话=o:contactMobile|about-organisation>o:contactMobile|o:landline|about-organisation>o:landline
     从业人员数=o:employees|about-organisation>o:employees 规模类型(规上/规下/小微)=o:size|about-organisation>o:size|-
     隐患部位=e:placeNote|about-organisation>e:placeNote
     隐患描述=e:detail|about-organisation>e:detail|e:title|about-organisation>e:title
     隐患类别=e:hazardKind|about-organisation>e:hazardKind 隐患等级(一般/重大)=e:hazardLevel|about-organisation>e:hazardLevel
     隐患照片=e:photos|about-organisation>e:photos 检查依据=- 整改措施=e:remedy|about-organisation>e:remedy
     整改责任人=@caused-by|caused-by>p:name|@handled-by|handled-by>p:name|- 整改资金(万元)=-
     整改期限=e:remedyBy|about-organisation>e:remedyBy 是否现场整改=e:rectified|about-organisation>e:rectified|-
     整改完成时间=e:rectifiedOn|about-organisation>e:rectifiedOn 复查人=-|@handled-by|handled-by>p:name
     复查日期=e:recheckedOn|about-organisation>e:recheckedOn 复查结果=e:recheckPassed|about-organisation>e:recheckPassed
     执法文书编号=e:documentNumber|about-organisation>e:documentNumber 罚款金额(元)=e:fine|about-organisation>e:fine
     销号情况=e:status|about-organisation>e:status|e:rectified|about-organisation>e:rectified|-`,
  ),
  readHeadingSet(
    '公益性岗位人员花名册及岗位补贴明细',
    `序号=- 用人单位=p:employerName|@employed-by 统一社会信用代码=o:uscc|employed-by>o:uscc 岗位名称=p:jobTitle|employed-by.position
     岗位类别(保洁/保绿/协管/其他)=- 工作地点=@works-at 姓名=p:name 性别=p:sex 身份证号=p:idNumber 文化程度=p:education
     人员类别=p:jobDifficulty|p:staffType|- 是否脱贫人口=- 上岗时间=- 合同起始日期=- 合同终止日期=- 每周工作时长(小时)=-
     岗位补贴标准(元/月)=-|e:amountGranted|applied-by>e:amountGranted|about>e:amountGranted 实发工资=-|p:monthlyIncome 意外伤害保险=-
     社保补贴-养老=- 社保补贴-医疗=- 社保补贴-失业=- 出勤天数=- 考核结果=- 离岗时间=-|p:unemployedSince 离岗原因=- 联系电话=p:mobile
     单位经办人=-|o:liaisonName|employed-by>o:liaisonName|@handled-by|handled-by>p:name 备注=-`,
  ),
  readHeadingSet(
    '森林防火网格化责任落实台账',
    `序号=- 乡镇=@within|- 行政村=@within 林班号=- 小班号=- 山头地块名称=l:name 林地面积(亩)=l:landArea 优势树种=-|located-at>t:species
     林权单位=@owns-property|- 经度=l:position 纬度=l:position 包保县级领导=@looks-after|looks-after>p:name|l:wardenName|-
     包保乡级领导=@looks-after|looks-after>p:name|l:wardenName|- 村级责任人=l:wardenName|@looks-after|looks-after>p:name
     护林员姓名=@looks-after|looks-after>p:name|@works-at|works-at>p:name|l:wardenName|-
     护林员身份证号=looks-after>p:idNumber|works-at>p:idNumber|-
     护林员电话=looks-after>p:mobile|works-at>p:mobile|l:wardenPhone|-
     护林员聘用类型=-|works-at>p:staffType|looks-after>p:staffType 管护面积=- 年工资(元)=- 智障人员监护情况=- 林缘住户数=- 坟头数=- 高压线路=-
     防火检查站名称=- 检查站位置=- 防火码数量=- 扑火队名称=-|@serves-place 扑火队人数=- 水源点=- 防火物资存放点=- 火险等级=- 备注=-`,
  ),
  readHeadingSet(
    '僵尸车清理整治排查登记表',
    `序号=- 网格号=l:gridCode|located-at>l:gridCode|at>l:gridCode|@located-at|@at|-
     发现时间=e:occurredAt|about-thing>e:occurredAt|e:reportedAt|about-thing>e:reportedAt 发现地点=@at|@located-at
     停放位置(公共停车位/消防通道/绿化带)=t:positionNote|about-thing>t:positionNote|e:placeNote|about-thing>e:placeNote|@located-at|@at|-
     号牌种类=t:plateKind|about-thing>t:plateKind 号牌号码=t:plate|about-thing>t:plate
     车辆类型=t:vehicleKind|about-thing>t:vehicleKind 车辆品牌=t:brand|about-thing>t:brand
     车身颜色=t:colour|about-thing>t:colour 车架号后六位=t:vin|about-thing>t:vin|- 车辆状态=t:condition|about-thing>t:condition
     停放时长=- 车主姓名=@owned-by|owned-by>p:name|@about|about>p:name 车主联系电话=owned-by>p:mobile|about>p:mobile
     车主住址=@resides-at|- 是否联系到车主=- 是否报废车=-|t:condition|about-thing>t:condition 是否盗抢车辆=- 是否有未处理违法=-
     检验有效期=t:nextInspection|about-thing>t:nextInspection 告知书张贴日期=-
     限期自行清理日期=e:remedyBy|about-thing>e:remedyBy|e:dueOn|about-thing>e:dueOn
     处置方式(自行挪移/拖移/报废)=-|e:answer|about-thing>e:answer 拖移日期=-|e:finishedOn|about-thing>e:finishedOn
     拖移单位=-|@handled-by-organisation|@co-handled-by 暂存地点=-|@located-at 领取人=- 领取日期=-
     现场照片=e:photos|about-thing>e:photos|t:photo|about-thing>t:photo
     责任人=@handled-by|handled-by>p:name|@caused-by|caused-by>p:name|- 责任民警=@handled-by|handled-by>p:name|-`,
  ),
  readHeadingSet(
    '建筑垃圾运输车辆及工地核准登记表',
    `序号=- 工程名称=l:name|at>l:name|located-at>l:name|e:title|@at
     工程地址=@within|l:locationNote|at>l:locationNote|located-at>l:locationNote|@at|l:doorPlate|at>l:doorPlate
     建设单位=-|@owns-property|@applied-by 施工单位=-|@serves-place|@operates-at|@manages
     项目负责人=l:wardenName|at>l:wardenName|- 联系电话=l:wardenPhone|at>l:wardenPhone|-
     施工许可证号=l:permitNumber|at>l:permitNumber|located-at>l:permitNumber 工地类型(房建/拆迁/市政/装修)=- 预计产生量(m³)=- 已外运量=-
     核准文号=t:permitNumber|e:documentNumber|- 核准有效期=t:permitUntil|-
     运输企业=@operated-by|@owned-by-organisation|@serves-place|-
     企业法人=o:legalRepresentative|operated-by>o:legalRepresentative|owned-by-organisation>o:legalRepresentative|serves-place>o:legalRepresentative|@legal-representative-of|legal-representative-of>p:name
     车牌号=t:plate|located-at>t:plate|uses-thing>t:plate|about-thing>t:plate
     车辆自编号=t:serialNumber|located-at>t:serialNumber|uses-thing>t:serialNumber|about-thing>t:serialNumber|t:assetNumber|located-at>t:assetNumber|uses-thing>t:assetNumber|about-thing>t:assetNumber
     核定载质量(吨)=t:ratedLoad|located-at>t:ratedLoad|uses-thing>t:ratedLoad|about-thing>t:ratedLoad
     驾驶员姓名=@used-by|used-by>p:name 驾驶员电话=used-by>p:mobile 从业资格证号=- 是否安装北斗定位=- 是否密闭=- 运输路线=- 运输时间=- 消纳场名称=- 消纳场地址=-
     处置方式=- 处置费(元/吨)=- 洗车设备=- 违规记录=- 监管责任人=-|@looks-after|looks-after>p:name|@handled-by|handled-by>p:name`,
  ),
  readHeadingSet(
    '高龄津贴发放花名册',
    `序号=- 镇街=@resides-at|@registered-at|- 村居=@resides-at|@registered-at|-
     老人姓名=p:name|applied-by>p:name|about>p:name|@about|@applied-by 性别=p:sex|applied-by>p:sex|about>p:sex
     年龄=p:age|applied-by>p:age|about>p:age 身份证号=p:idNumber|applied-by>p:idNumber|about>p:idNumber
     出生年月=p:birthDate|applied-by>p:birthDate|about>p:birthDate 年龄段(80-89/90-99/100以上)=-
     居住状况(独居/空巢/与子女同住)=p:livingWith|applied-by>p:livingWith|about>p:livingWith
     失能等级=p:abilityLevel|applied-by>p:abilityLevel|about>p:abilityLevel|p:ltcLevel|applied-by>p:ltcLevel|about>p:ltcLevel
     户籍地址=@registered-at 本人电话=p:mobile|applied-by>p:mobile|about>p:mobile
     紧急联系人=p:emergencyContactName|applied-by>p:emergencyContactName|about>p:emergencyContactName|@emergency-contact|emergency-contact>p:name
     紧急联系人电话=p:emergencyContactMobile|applied-by>p:emergencyContactMobile|about>p:emergencyContactMobile|emergency-contact>p:mobile
     与老人关系=p:emergencyRelation|applied-by>p:emergencyRelation|about>p:emergencyRelation|- 代领人姓名=- 代领人身份证号=-
     开户行=p:bankName|applied-by>p:bankName|about>p:bankName
     一卡通账号=p:bankAccount|applied-by>p:bankAccount|about>p:bankAccount 账户名=- 首次发放月份=-
     发放标准(元/月)=e:amountGranted|applied-by>e:amountGranted|about>e:amountGranted|- 补发月数=-
     本月应发金额=e:amountGranted|applied-by>e:amountGranted|about>e:amountGranted|-
     生存认证时间=p:pensionCheckedOn|applied-by>p:pensionCheckedOn|about>p:pensionCheckedOn|-
     死亡时间=p:deathDate|applied-by>p:deathDate|about>p:deathDate 停发原因=- 停发时间=-
     领取人签字=e:signature|applied-by>e:signature|about>e:signature|- 备注=-`,
  ),
  readHeadingSet(
    '适龄儿童疫苗漏种排查补种登记表',
    `序号=- 社区/村=@resides-at|@registered-at|- 儿童编码=- 儿童姓名=p:name|applied-by>p:name|about>p:name|@about
     性别=p:sex|applied-by>p:sex|about>p:sex 出生日期=p:birthDate|applied-by>p:birthDate|about>p:birthDate
     身份证号=p:idNumber|applied-by>p:idNumber|about>p:idNumber
     户籍类型(本地/流动)=p:householdKind|applied-by>p:householdKind|about>p:householdKind 户籍地址=@registered-at
     现住址=@resides-at 就读托幼机构/学校=@studies-at 班级=p:className|applied-by>p:className|about>p:className
     家长姓名=p:guardianName|applied-by>p:guardianName|about>p:guardianName|@guardian|guardian>p:name|@parent|parent>p:name
     家长关系=guardian.relation|-
     家长电话=p:guardianMobile|applied-by>p:guardianMobile|about>p:guardianMobile|guardian>p:mobile|parent>p:mobile
     出生医院=p:birthPlace|applied-by>p:birthPlace|about>p:birthPlace|-
     出生体重(g)=p:birthWeight|applied-by>p:birthWeight|about>p:birthWeight
     接种证号=p:vaccinationCert|applied-by>p:vaccinationCert|about>p:vaccinationCert 有无接种证=- 乙肝第1针日期=- 脊灰第3剂日期=-
     百白破加强=- 麻腮风第2剂=- 漏种疫苗=-|e:vaccine|applied-by>e:vaccine|about>e:vaccine
     漏种剂次=-|e:dose|applied-by>e:dose|about>e:dose 漏种原因=-
     过敏史=p:allergies|applied-by>p:allergies|about>p:allergies|p:drugAllergies|applied-by>p:drugAllergies|about>p:drugAllergies
     接种禁忌=p:vaccineContra|applied-by>p:vaccineContra|about>p:vaccineContra
     既往异常反应=-|e:reaction|applied-by>e:reaction|about>e:reaction
     补种日期=e:occurredAt|applied-by>e:occurredAt|about>e:occurredAt|p:vaccinatedOn|applied-by>p:vaccinatedOn|about>p:vaccinatedOn
     补种疫苗批号=e:batch|applied-by>e:batch|about>e:batch 接种部位=- 接种单位=@handled-by-organisation|@at
     接种医生=@handled-by|handled-by>p:name 未补种原因=- 是否迁出=-`,
  ),
  readHeadingSet(
    '户外广告及店招设置审批监管台账',
    `序号=-
     店铺名称=@owned-by-organisation|@operated-by|o:name|operated-by>o:name|owned-by-organisation>o:name|o:signboardName|operated-by>o:signboardName|owned-by-organisation>o:signboardName
     门牌地址=@located-at|l:doorPlate|located-at>l:doorPlate|operates-at>l:doorPlate|@operates-at
     所在路段=@located-at|@operates-at|-
     经营者姓名=o:legalRepresentative|operated-by>o:legalRepresentative|owned-by-organisation>o:legalRepresentative|@owned-by|owned-by>p:name|@legal-representative-of|legal-representative-of>p:name|o:manager|operated-by>o:manager|owned-by-organisation>o:manager
     联系电话=o:contactMobile|operated-by>o:contactMobile|owned-by-organisation>o:contactMobile|owned-by>p:mobile|legal-representative-of>p:mobile|o:landline|operated-by>o:landline|owned-by-organisation>o:landline
     营业执照号=o:uscc|operated-by>o:uscc|owned-by-organisation>o:uscc|-
     广告类型(LED/灯箱/墙体/楼顶)=t:signKind|operated-by>t:signKind|owned-by-organisation>t:signKind|about-thing>t:signKind
     广告内容=-
     设置位置=t:positionNote|operated-by>t:positionNote|owned-by-organisation>t:positionNote|about-thing>t:positionNote|@located-at
     长(m)=t:size|operated-by>t:size|owned-by-organisation>t:size|about-thing>t:size|-
     宽(m)=t:size|operated-by>t:size|owned-by-organisation>t:size|about-thing>t:size|-
     厚度(m)=t:size|operated-by>t:size|owned-by-organisation>t:size|about-thing>t:size|- 面积(㎡)=-
     材质=t:material|operated-by>t:material|owned-by-organisation>t:material|about-thing>t:material
     离地高度(m)=-|t:height|operated-by>t:height|owned-by-organisation>t:height|about-thing>t:height
     设置单位=@owned-by-organisation|@operated-by
     制作安装单位=t:manufacturer|operated-by>t:manufacturer|owned-by-organisation>t:manufacturer|about-thing>t:manufacturer|-
     审批文号=t:permitNumber|operated-by>t:permitNumber|owned-by-organisation>t:permitNumber|about-thing>t:permitNumber|e:documentNumber|about-thing>e:documentNumber
     审批日期=e:approvedOn|about-thing>e:approvedOn
     许可期限=t:permitUntil|operated-by>t:permitUntil|owned-by-organisation>t:permitUntil|about-thing>t:permitUntil
     设置日期=t:installedOn|operated-by>t:installedOn|owned-by-organisation>t:installedOn|about-thing>t:installedOn
     安全检测报告编号=inspected-by.reportNumber
     检测日期=t:inspectedOn|operated-by>t:inspectedOn|owned-by-organisation>t:inspectedOn|about-thing>t:inspectedOn
     检测结论=t:inspectResult|operated-by>t:inspectResult|owned-by-organisation>t:inspectResult|about-thing>t:inspectResult|-
     是否超期=- 是否存在安全隐患=- 隐患类型=-|e:hazardKind|about-thing>e:hazardKind 是否违规设置=-
     处置情况=e:answer|about-thing>e:answer|e:measures|about-thing>e:measures|e:rectified|about-thing>e:rectified
     拆除日期=- 巡查人员=@handled-by|handled-by>p:name|@maintained-by|maintained-by>p:name
     巡查日期=t:inspectedOn|operated-by>t:inspectedOn|owned-by-organisation>t:inspectedOn|about-thing>t:inspectedOn|e:occurredAt|about-thing>e:occurredAt|e:startsAt|about-thing>e:startsAt`,
  ),
  readHeadingSet(
    '困难残疾人生活补贴和重度残疾人护理补贴发放明细表',
    `序号=- 区县=@resides-at|@registered-at|- 街道(乡镇)=@resides-at|@registered-at|-
     残疾人姓名=p:name|applied-by>p:name|about>p:name|@about|@applied-by 性别=p:sex|applied-by>p:sex|about>p:sex
     身份证号码=p:idNumber|applied-by>p:idNumber|about>p:idNumber
     残疾人证号=p:disabilityCert|applied-by>p:disabilityCert|about>p:disabilityCert
     残疾类别=p:disabilityKind|applied-by>p:disabilityKind|about>p:disabilityKind
     残疾等级=p:disabilityLevel|applied-by>p:disabilityLevel|about>p:disabilityLevel
     多重残疾=-|p:disabilityKind|applied-by>p:disabilityKind|about>p:disabilityKind 残疾证发证日期=- 残疾证有效期至=-
     户口性质=p:ruralHousehold|applied-by>p:ruralHousehold|about>p:ruralHousehold
     家庭经济状况(低保/低保边缘/其他)=-|p:hardshipKinds|applied-by>p:hardshipKinds|about>p:hardshipKinds|p:subsistenceAllowance|applied-by>p:subsistenceAllowance|about>p:subsistenceAllowance
     低保证号=- 监护人姓名=p:guardianName|applied-by>p:guardianName|about>p:guardianName|@guardian|guardian>p:name
     监护人与残疾人关系=guardian.relation
     监护人联系电话=p:guardianMobile|applied-by>p:guardianMobile|about>p:guardianMobile|guardian>p:mobile
     生活补贴标准=-|e:amountGranted|applied-by>e:amountGranted|about>e:amountGranted
     护理补贴标准=-|e:amountGranted|applied-by>e:amountGranted|about>e:amountGranted
     补贴起始月=-|e:grantPeriod|applied-by>e:grantPeriod|about>e:grantPeriod
     是否享受特困供养=p:specialHardship|applied-by>p:specialHardship|about>p:specialHardship 是否领取工伤护理费=- 是否享受孤儿基本生活费=-
     就业情况=p:employmentStatus|applied-by>p:employmentStatus|about>p:employmentStatus
     康复需求=p:rehabNeeds|applied-by>p:rehabNeeds|about>p:rehabNeeds
     辅具适配情况=p:devices|applied-by>p:devices|about>p:devices|-
     是否无障碍改造=p:adaptation|applied-by>p:adaptation|about>p:adaptation
     开户银行及网点=p:bankName|applied-by>p:bankName|about>p:bankName
     银行账号=p:bankAccount|applied-by>p:bankAccount|about>p:bankAccount 本季度发放合计=- 复核时间=-`,
  ),
  readHeadingSet(
    '殡葬服务及死亡人口火化登记台账',
    `序号=- 死者姓名=p:name|applied-by>p:name|about>p:name|@about 性别=p:sex|applied-by>p:sex|about>p:sex
     民族=p:nationality|applied-by>p:nationality|about>p:nationality
     死者身份证号=p:idNumber|applied-by>p:idNumber|about>p:idNumber
     出生日期=p:birthDate|applied-by>p:birthDate|about>p:birthDate
     死亡日期=p:deathDate|applied-by>p:deathDate|about>p:deathDate
     死亡时间=-|p:deathDate|applied-by>p:deathDate|about>p:deathDate 死亡地点=-|@at 死亡原因=- 死亡证明编号=- 户籍地址=@registered-at
     生前职业=p:occupation|applied-by>p:occupation|about>p:occupation
     生前单位=p:employerName|applied-by>p:employerName|about>p:employerName|@employed-by|@retired-from
     是否党员=p:politicalStatus|applied-by>p:politicalStatus|about>p:politicalStatus|-
     火化日期=-|e:occurredAt|applied-by>e:occurredAt|about>e:occurredAt|e:startsAt|applied-by>e:startsAt|about>e:startsAt
     火化证编号=-|e:documentNumber|applied-by>e:documentNumber|about>e:documentNumber 殡仪馆=-|@handled-by-organisation|@at
     骨灰安放方式(公墓/节地生态/公益性墓地)=- 墓地名称=- 墓位号=- 经办家属=-|@applied-by|applied-by>p:name
     与死者关系=-|e:proxyRelation|applied-by>e:proxyRelation|about>e:proxyRelation 家属电话=-|applied-by>p:mobile
     是否享受惠民殡葬补贴=- 减免金额=-|e:amountGranted|applied-by>e:amountGranted|about>e:amountGranted 丧葬费申领=- 抚恤金(元)=- 户口注销日期=-
     养老金停发日期=- 是否移风易俗简办=- 红白理事会负责人=- 登记人=@handled-by|handled-by>p:name|-
     登记日期=e:reportedAt|applied-by>e:reportedAt|about>e:reportedAt|-`,
  ),
  readHeadingSet(
    '计划生育特殊家庭扶助对象基本信息登记表',
    `序号=- 村(居)=@resides-at|@registered-at|- 女方姓名=p:name|spouse>p:name|@spouse 女方身份证号=p:idNumber|spouse>p:idNumber
     女方户籍地=@registered-at 女方工作单位=p:employerName|spouse>p:employerName|@employed-by
     男方姓名=p:name|spouse>p:name|@spouse 男方身份证号=p:idNumber|spouse>p:idNumber 男方户籍地=@registered-at
     婚姻状况=p:maritalStatus|spouse>p:maritalStatus 结婚登记日期=spouse.marriedOn 婚变时间=-
     现有子女数=p:childrenCount|spouse>p:childrenCount 死亡子女姓名=@parent|parent>p:name 死亡子女出生日期=parent>p:birthDate
     子女死亡时间=parent>p:deathDate 子女死亡原因=- 死亡证明编号=- 伤残子女姓名=@parent|parent>p:name 伤残子女残疾等级=parent>p:disabilityLevel
     是否收养子女=-|parent.kind 扶助类型(伤残/死亡)=- 扶助金领取年度=-
     扶助标准=-|e:amountGranted|applied-by>e:amountGranted|about>e:amountGranted 光荣证号=-
     联系人-姓名=p:emergencyContactName|@emergency-contact|emergency-contact>p:name|-
     联系人-电话=p:emergencyContactMobile|emergency-contact>p:mobile|- 双岗联系人=- 签约家庭医生=signed-with-clinic.doctor
     是否办理住院护理保险=- 退出原因=- 审核人=-|@handled-by|handled-by>p:name`,
  ),
  readHeadingSet(
    '困难重度残疾人家庭无障碍改造需求及实施登记表',
    `序号=- 县区=@resides-at|@registered-at|- 乡镇(街道)=@resides-at|@registered-at|-
     姓名=p:name|applied-by>p:name|about>p:name|@about|@applied-by 性别=p:sex|applied-by>p:sex|about>p:sex
     身份证号=p:idNumber|applied-by>p:idNumber|about>p:idNumber
     残疾人证号码=p:disabilityCert|applied-by>p:disabilityCert|about>p:disabilityCert
     残疾类别及等级=p:disabilityKind|applied-by>p:disabilityKind|about>p:disabilityKind|p:disabilityLevel|applied-by>p:disabilityLevel|about>p:disabilityLevel|-
     住址=@resides-at 联系电话=p:mobile|applied-by>p:mobile|about>p:mobile
     监护人/联系人=p:guardianName|applied-by>p:guardianName|about>p:guardianName|@guardian|guardian>p:name|p:emergencyContactName|applied-by>p:emergencyContactName|about>p:emergencyContactName|@emergency-contact|emergency-contact>p:name|-
     家庭类型(低保/低保边缘/脱贫不稳定)=p:hardshipKinds|applied-by>p:hardshipKinds|about>p:hardshipKinds|p:subsistenceAllowance|applied-by>p:subsistenceAllowance|about>p:subsistenceAllowance|-
     家庭残疾人数=- 住房产权=l:ownership|resides-at>l:ownership|at>l:ownership|l:tenure|resides-at>l:tenure|at>l:tenure|-
     住房面积=l:areaSquareMetres|resides-at>l:areaSquareMetres|at>l:areaSquareMetres 所住楼层=-
     有无电梯=l:hasLift|resides-at>l:hasLift|at>l:hasLift 改造项目1-名称=- 改造项目1-数量=- 改造项目2-名称=- 改造项目2-数量=- 预算金额(元)=- 实际支出=-
     自筹资金(元)=- 施工单位=-|@handled-by-organisation
     施工时间=-|e:startsAt|applied-by>e:startsAt|about>e:startsAt|e:occurredAt|applied-by>e:occurredAt|about>e:occurredAt
     验收时间=-|e:finishedOn|applied-by>e:finishedOn|about>e:finishedOn 验收人员=-
     改造前照片=e:photos|applied-by>e:photos|about>e:photos|-
     改造后照片=e:rectifiedPhotos|applied-by>e:rectifiedPhotos|about>e:rectifiedPhotos|-
     残疾人满意度=e:satisfaction|applied-by>e:satisfaction|about>e:satisfaction
     残疾人或监护人签字=e:signature|applied-by>e:signature|about>e:signature|-
     是否往年已改造=p:adaptation|applied-by>p:adaptation|about>p:adaptation|-`,
  ),
  readHeadingSet(
    '物业服务企业信用信息及在管项目登记表',
    `序号=- 企业名称=o:name 统一社会信用代码=o:uscc
     法定代表人=o:legalRepresentative|@legal-representative-of|legal-representative-of>p:name
     法人联系电话=o:contactMobile|legal-representative-of>p:mobile 注册资本(万元)=o:registeredCapital
     注册地址=o:registeredAddress|@seated-at 成立日期=o:establishedOn 企业类型=o:economicType|- 从业人数=o:employees
     党员人数=o:partyMembers 是否成立党组织=o:partyUnit 在管项目数=o:projectsManaged 在管面积=o:managedArea
     项目名称=@serves-place|l:name|serves-place>l:name
     项目地址=@serves-place|l:locationNote|serves-place>l:locationNote|l:doorPlate|serves-place>l:doorPlate|-
     项目类型(住宅/商业/办公)=l:use|serves-place>l:use|- 项目经理=-|serves-place>l:wardenName|@employed-by|employed-by>p:name
     项目经理电话=-|serves-place>l:wardenPhone|employed-by>p:mobile
     合同起止时间=l:contractUntil|serves-place>l:contractUntil|contracted-by.contractUntil|-
     收费标准=l:propertyFee|serves-place>l:propertyFee 收缴率=- 投诉件数=- 良好信息加分=- 不良信息扣分=- 信用得分=- 信用等级(AAA/AA/A/B/C)=-
     评价年度=- 行政处罚记录=-|e:measures|about-organisation>e:measures 填报人=-`,
  ),
  readHeadingSet(
    '民办非企业单位年度检查情况汇总表',
    `序号=- 单位名称=o:name 统一社会信用代码=o:uscc 登记证书有效期=o:licenceUntil 业务主管单位=@supervises 登记管理机关=o:registrar
     成立登记日期=o:establishedOn 法定代表人=o:legalRepresentative|@legal-representative-of|legal-representative-of>p:name
     法人身份证号=legal-representative-of>p:idNumber 法人手机=legal-representative-of>p:mobile|o:contactMobile
     住所=@seated-at|o:registeredAddress 邮政编码=l:postcode|seated-at>l:postcode|operates-at>l:postcode 电子邮箱=o:email
     网址=- 业务范围=o:businessScope 举办者=@shareholder-of|shareholder-of>p:name|- 开办资金(万元)=o:registeredCapital
     专职人员数=-|o:employees 兼职人员数=- 理事会人数=o:committeeMembers 监事姓名=- 党组织建立形式=o:partyUnit 党组织书记=o:partySecretary
     党员数=o:partyMembers 年末净资产=- 本年收入=o:revenueBand|- 本年支出=- 是否评估等级(3A/4A/5A)=o:assessment 财务审计机构=- 上年度年检结论=-
     本年度年检结论=o:annualCheck 存在问题=-|e:detail|about-organisation>e:detail 联系人=o:liaisonName`,
  ),
  readHeadingSet(
    '瓶装液化石油气用户安全检查登记表',
    `序号=- 用户编号=l:gasAccount|resides-at>l:gasAccount|at>l:gasAccount|located-at>l:gasAccount|- 用户类型(居民/餐饮/其他)=-
     户名=-|p:headName|resides-at>p:headName|about>p:headName|p:name|resides-at>p:name|about>p:name|o:name|about-organisation>o:name
     用户姓名=p:name|resides-at>p:name|about>p:name|@used-by|used-by>p:name|@about|@resides-at
     身份证号=p:idNumber|resides-at>p:idNumber|about>p:idNumber|used-by>p:idNumber
     用气地址=@at|@resides-at|@located-at|@within|@operates-at
     所属网格=l:gridCode|at>l:gridCode|located-at>l:gridCode|@within|@at|@resides-at|@located-at|-
     联系电话=p:mobile|resides-at>p:mobile|about>p:mobile|used-by>p:mobile 供气企业=@serves-place|@contracted-by|-
     钢瓶编码=t:serialNumber|used-by>t:serialNumber|about-thing>t:serialNumber|located-at>t:serialNumber|t:tagCode|used-by>t:tagCode|about-thing>t:tagCode|located-at>t:tagCode
     钢瓶规格(kg)=t:model|used-by>t:model|about-thing>t:model|located-at>t:model
     钢瓶数量=t:quantity|used-by>t:quantity|about-thing>t:quantity|located-at>t:quantity|o:gasCylinders|about-organisation>o:gasCylinders
     钢瓶检验有效期=t:nextInspection|used-by>t:nextInspection|about-thing>t:nextInspection|located-at>t:nextInspection
     是否黑气瓶=- 调压阀型号=- 软管材质=- 软管长度(m)=- 软管是否超期=- 灶具品牌=- 熄火保护装置=-
     是否安装报警器=l:gasAlarm|resides-at>l:gasAlarm|at>l:gasAlarm|located-at>l:gasAlarm|o:gasAlarm|about-organisation>o:gasAlarm
     报警器安装日期=- 用气场所通风情况=- 是否与其他火源同室=- 是否地下室用气=- 是否签订供气合同=-
     存在问题=e:detail|about>e:detail|at>e:detail|e:title|about>e:title|at>e:title|about-thing>e:detail
     隐患整改情况=e:rectified|about>e:rectified|at>e:rectified|e:answer|about>e:answer|at>e:answer|about-thing>e:rectified
     入户检查人员=@handled-by|handled-by>p:name
     检查日期=e:occurredAt|about>e:occurredAt|at>e:occurredAt|e:startsAt|about>e:startsAt|at>e:startsAt|l:gasInspectedOn|resides-at>l:gasInspectedOn|at>l:gasInspectedOn|located-at>l:gasInspectedOn|t:inspectedOn|about-thing>e:occurredAt
     用户签字=e:signature|about>e:signature|at>e:signature|-`,
  ),
  readHeadingSet(
    '困难退役军人帮扶援助申请登记表',
    `编号=e:number|applied-by>e:number|about>e:number|- 姓名=p:name|applied-by>p:name|about>p:name|@about|@applied-by
     性别=p:sex|applied-by>p:sex|about>p:sex 出生日期=p:birthDate|applied-by>p:birthDate|about>p:birthDate
     公民身份号码=p:idNumber|applied-by>p:idNumber|about>p:idNumber
     政治面貌=p:politicalStatus|applied-by>p:politicalStatus|about>p:politicalStatus
     婚姻状况=p:maritalStatus|applied-by>p:maritalStatus|about>p:maritalStatus
     优抚对象类别=p:preferential|applied-by>p:preferential|about>p:preferential
     入伍时间=p:enlistedOn|applied-by>p:enlistedOn|about>p:enlistedOn
     退役时间=p:dischargedOn|applied-by>p:dischargedOn|about>p:dischargedOn
     服役部队代号=p:serviceUnit|applied-by>p:serviceUnit|about>p:serviceUnit 退役时军衔=-
     立功受奖情况=p:honours|applied-by>p:honours|about>p:honours|-
     残疾等级=p:woundLevel|applied-by>p:woundLevel|about>p:woundLevel|p:disabilityLevel|applied-by>p:disabilityLevel|about>p:disabilityLevel
     残疾性质=- 优待证号码=p:preferentialCert|applied-by>p:preferentialCert|about>p:preferentialCert 户籍地=@registered-at
     常住地址=@resides-at 就业状态=p:employmentStatus|applied-by>p:employmentStatus|about>p:employmentStatus
     家庭人口=p:familySize|applied-by>p:familySize|about>p:familySize
     家庭年收入=p:familyIncome|applied-by>p:familyIncome|about>p:familyIncome
     困难类型=p:hardshipKinds|applied-by>p:hardshipKinds|about>p:hardshipKinds|-
     困难原因=p:povertyCauses|applied-by>p:povertyCauses|about>p:povertyCauses|e:reason|applied-by>e:reason|about>e:reason
     家庭主要成员情况=- 已享受救助政策=-
     申请援助类型=e:reliefKind|applied-by>e:reliefKind|about>e:reliefKind|p:helpNeeds|applied-by>p:helpNeeds|about>p:helpNeeds|-
     援助金额(元)=e:amountGranted|applied-by>e:amountGranted|about>e:amountGranted
     村(社区)退役军人服务站意见=e:opinion|applied-by>e:opinion|about>e:opinion 服务站联系人=@handled-by|handled-by>p:name|- 开户人姓名=-
     银行卡号=p:bankAccount|applied-by>p:bankAccount|about>p:bankAccount
     审批日期=e:approvedOn|applied-by>e:approvedOn|about>e:approvedOn`,
  ),
  readHeadingSet(
    '境外来华人员信息登记表',
    `序号=- 英文姓名=p:latinName 中文姓名=p:name 国籍(地区)=p:citizenship 性别=p:sex 出生日期=p:birthDate 护照号码=p:docNumber
     证件种类=p:docKind 证件有效期=- 签证种类=p:visaKind 签证号码=- 签证有效期=p:stayUntil|- 入境日期=-|p:arrivalDate 入境口岸=- 航班号=- 出发地=-
     停留期限=p:stayUntil|p:stayLength|- 来华事由=p:arrivalReason|stays-at.reason 在华工作单位=p:employerName|@employed-by
     单位联系人=-|employed-by>o:liaisonName 许可证号=- 住宿类型(酒店/自购/租住/亲友家)=p:dwellingKind 在华住址=@resides-at|@stays-at
     房东姓名=l:ownerName|resides-at>l:ownerName|stays-at>l:ownerName|rents>l:ownerName
     房东电话=l:ownerPhone|resides-at>l:ownerPhone|stays-at>l:ownerPhone|rents>l:ownerPhone 本人电话=p:mobile
     境内联系人=p:emergencyContactName|@emergency-contact|emergency-contact>p:name|- 与联系人关系=p:emergencyRelation|-
     临时住宿登记日期=- 拟离开日期=-|p:leftDate 随行人员数=- 语言=p:language 宗教信仰=p:religion 社区民警=- 备注=-`,
  ),
  readHeadingSet(
    '不可移动文物点安全巡查登记表',
    `序号=- 文物名称=l:name|at>l:name|@at 普查编号=- 文物类别(古建筑/古墓葬/石窟寺/近现代)=- 文物级别=l:heritage|at>l:heritage|- 公布批次=- 公布时间=-
     年代=-|l:builtYear|at>l:builtYear 详细地址=@within|@at|l:locationNote|at>l:locationNote|l:doorPlate|at>l:doorPlate
     所有权=l:ownership|at>l:ownership|- 使用人=-|@operates-at 使用用途=l:use|at>l:use 管理机构=@manages
     文物安全直接责任人=l:wardenName|at>l:wardenName 责任人职务=- 责任人电话=l:wardenPhone|at>l:wardenPhone
     文保员姓名=@looks-after|looks-after>p:name|@works-at|works-at>p:name|l:wardenName|at>l:wardenName|- 文保员补助(元/年)=-
     本体面积=-|l:areaSquareMetres|at>l:areaSquareMetres|l:landArea|at>l:landArea 保护范围=-|l:boundary|at>l:boundary
     建设控制地带=- 标志碑有无=- 保存现状(好/较好/一般/较差/差)=- 损毁原因=- 消防设施数量=- 安防设施=- 白蚁情况=-
     巡查日期=e:occurredAt|at>e:occurredAt|e:startsAt|at>e:startsAt
     巡查时间=e:occurredAt|at>e:occurredAt|e:startsAt|at>e:startsAt|- 发现问题=e:detail|at>e:detail|e:title|at>e:title
     问题照片=e:photos|at>e:photos 整改建议=e:remedy|at>e:remedy 上报日期=e:reportedAt|at>e:reportedAt|-
     巡查人签名=@handled-by|handled-by>p:name|-`,
  ),
  readHeadingSet(
    '农业机械购置与应用补贴申请公示表',
    `序号=- 申请日期=e:reportedAt|applied-by>e:reportedAt|about>e:reportedAt|about-thing>e:reportedAt|-
     所在乡(镇)=@within|@resides-at|@registered-at|@at|@located-at|-
     所在村组=@within|@resides-at|@registered-at|@at|@located-at|-
     购机者姓名=p:name|applied-by>p:name|owned-by>p:name|about>p:name|@applied-by|@owned-by|@about 购机者类别(个人/农业生产经营组织)=-
     身份证号/组织机构代码=p:idNumber|applied-by>p:idNumber|owned-by>p:idNumber|about>p:idNumber|o:uscc|owned-by-organisation>o:uscc|-
     联系电话=p:mobile|applied-by>p:mobile|owned-by>p:mobile|about>p:mobile
     机具大类=-|t:category|about-thing>t:category|owned-by>t:category 机具小类=-
     机具品目=-|t:category|about-thing>t:category|owned-by>t:category 分档名称=-
     生产厂家=t:manufacturer|about-thing>t:manufacturer|owned-by>t:manufacturer
     产品名称=t:name|about-thing>t:name|owned-by>t:name 购买机型=t:model|about-thing>t:model|owned-by>t:model
     出厂编号=t:serialNumber|about-thing>t:serialNumber|owned-by>t:serialNumber
     发动机号=t:engineNumber|about-thing>t:engineNumber|owned-by>t:engineNumber
     车架号=t:vin|about-thing>t:vin|owned-by>t:vin 牌照号码=t:plate|about-thing>t:plate|owned-by>t:plate 经销商=-
     购买数量(台)=t:quantity|about-thing>t:quantity|owned-by>t:quantity 发票号码=-
     发票日期=t:acquiredOn|about-thing>t:acquiredOn|owned-by>t:acquiredOn|-
     单台销售价格(元)=t:price|about-thing>t:price|owned-by>t:price 单台中央补贴额(元)=- 单台省级补贴额=-
     总补贴额(元)=e:amountGranted|applied-by>e:amountGranted|about>e:amountGranted|about-thing>e:amountGranted|-
     银行卡号=p:bankAccount|applied-by>p:bankAccount|owned-by>p:bankAccount|about>p:bankAccount
     核验人=@handled-by|handled-by>p:name|- 核验日期=- 机具照片=t:photo|about-thing>t:photo|owned-by>t:photo 报废旧机编号=-
     状态=e:status|applied-by>e:status|about>e:status|about-thing>e:status|-`,
  ),
]
