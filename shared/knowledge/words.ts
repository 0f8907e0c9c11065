// Written by `npm run knowledge -- tables` from data/; change those.

/** What else people call it: for finding attributes and relations by meaning. */
export const attributeWords = `person.name		name	名字	称呼	叫什么
person.formerName		former name	旧名	原名
person.latinName	foreigner	name in Latin letters	英文姓名	英文名	护照姓名
person.idNumber		citizen identity number	公民身份号码	身份证	身份证号码	证件号	证件号码
person.docKind		kind of identity document	证件种类	证件名称	有效证件
person.docNumber		number of another document	护照号码	护照号	通行证号码	军官证号
person.idCardUntil		identity card valid until	有效期限	身份证到期	证件有效期
person.birthCertNo	child	number of birth certificate	出生医学证明号	出生医学证明编号	出生证号
person.photo		identity photograph	照片	免冠照	一寸照	头像
person.sex		sex	男女
person.birthDate		date of birth	生日	出生年月	出生年月日
person.age		age in full years	岁数	周岁	几岁
person.nationality		ethnic group	族别
person.citizenship	foreigner	citizenship	国家或地区	国别	国籍或地区
person.nativePlace		native place	老家	祖籍
person.birthPlace		place of birth	出生地点	在哪出生
person.religion		religion	信教
person.clergyReligion		religion served as clergy	宗教教职人员	教职身份	所属宗教
person.deathDate		date of death	去世日期	死亡时间	是否死亡
person.visaKind	foreigner	kind of visa	签证类型	签证
person.stayUntil	foreigner	permitted stay until	居留有效期	停留期限	签证到期
person.mobile		mobile number	电话	联系电话	联系方式	手机号码	手机
person.landline		landline	座机	家庭电话	宅电
person.email		e-mail address	邮箱	邮件
person.wechatNumber		WeChat number	微信
person.language		language spoken	方言	语言	沟通语言	母语
person.smartphone	elder	can use a smartphone	智能手机使用	是否会用手机	用智能机
person.emergencyContactName		name of emergency contact	联系人	家属	紧急联系人姓名
person.emergencyContactMobile		mobile of emergency contact	家属电话	紧急电话	联系人电话
person.emergencyRelation		relation of emergency contact	与本人关系	联系人关系	与老人关系
person.maritalStatus		marital status	婚否	结婚	婚姻
person.householdKind		household registration kind	户口	户口性质	户籍
person.ruralHousehold		rural household registration	农业非农业	是否农业户口	城乡户口	农户
person.householdNumber		household registration number	户口簿号	户口本号	户编号
person.householdType		type of household register	家庭户	集体户	户口类别
person.headRelation		relation to head of household	户主或与户主关系	户主关系	家庭关系	与户主的关系
person.headName		name of head of household	户主	户主名字
person.presence		presence against registration	人户分离	人户一致	空挂户	是否在住
person.familySize		number of family members	家庭人口数	家里几口人	家庭成员数
person.childrenCount		number of children	子女人数	几个孩子	现有子女数
person.onlyChild		only child	是否独生子女	独生
person.lostOnlyChild		family that lost its only child	失独	失独家庭	特别扶助
person.fatherName	child	name of father	父亲名字	爸爸姓名	父亲
person.motherName	child	name of mother	母亲名字	妈妈姓名	母亲
person.guardianName	child mental-patient	name of guardian	监护人	家长姓名	家长
person.guardianMobile	child mental-patient	mobile of guardian	家长电话	监护人手机	家长联系方式
person.livingAlone		lives alone	独居老人	一个人住	空巢	是否独居
person.leftBehind		left behind by family working elsewhere	留守老人	留守儿童
person.livingWith		lives with whom	和谁住	同住情况	居住状况
person.childPlight	child	kind of child in difficulty	孤儿	困境儿童	事实无人抚养儿童
person.arrivalDate	tenant	date of arrival	来本市日期	何时来本地	来本地时间	暂住日期
person.arrivalReason	tenant	reason for coming	居住事由	暂住事由	来本市原因	流入原因
person.dwellingKind	tenant	kind of dwelling place	居住处所类别	住所类型	居住方式	暂住处所
person.stayLength	tenant	intended length of stay	打算住多久	拟居住时间	居住期限
person.residencePermit	tenant	number of residence permit	居住证编号	居住证	暂住证号
person.permitUntil	tenant	residence permit valid until	居住证到期	居住证签注	居住证有效期
person.leftDate	tenant	date of leaving	离开日期	注销日期	搬离时间
person.awayPlace	tenant	place gone to	外出务工地	流向	外出地	去了哪里
person.overseasTie		overseas Chinese ties	侨眷	归侨	港澳台侨	台属
person.education		educational attainment	文化程度	教育程度	受教育程度	最高学历
person.degree		academic degree	最高学位	学士硕士博士
person.graduateSchool		school of graduation	毕业学校	毕业于
person.major		field of study	专业	所学专业名称	毕业专业
person.studentNumber	student	national student number	全国学籍号	学籍号码	学号
person.grade	student	school grade	几年级	就读年级
person.className	student	school class	班	班别	所在班级
person.enrolledOn	student	date of enrolment	入学年月	入园日期	入校时间
person.schooling	student child	schooling status	学籍状态	辍学	失学	是否在读
person.boarding	student	boards at school	寄宿	是否住校	寄宿生
person.pickupName	child	who picks the child up	接送人姓名	接送家长	谁接送
person.migrantChild	student child	child of migrant workers	进城务工人员随迁子女	外来务工子女
person.specialSchooling	student	special schooling	随班就读	送教上门	特教
person.studentHardship	student	level of student hardship	贫困生	家庭经济困难学生	资助等级
person.occupation		occupation	工作	做什么工作	行业
person.employmentStatus		employment status	就业	失业	退休	在职
person.personalStatus		personal status in employment	从业状况	人员身份	身份类别
person.employerName		name of employer	单位	公司	单位名称
person.jobTitle		job title	岗位	职位	现任职务	工作岗位
person.workStartedOn		month work began	工作时间	何时参加工作	参工时间
person.professionalTitle		professional title	专业技术职务	专业技术职称	技术职称
person.skillLevel		vocational skill level	技能等级	技术等级	职业资格等级
person.healthCertUntil		health certificate valid until	健康证	健康证明	健康证到期
person.newEmployment		new form of employment	外卖员	快递员	网约车司机	新就业群体
person.staffType	official	type of staff	编制	用工性质	岗位类别	编制类型
person.staffNumber	official	staff number	工作证号	员工编号	网格员编号
person.enforcementCert	official	law enforcement certificate	行政执法证号	执法证	执法证件号
person.unemployedSince	job-seeker	unemployed since	失业时间	失业登记时间	何时失业
person.jobDifficulty	job-seeker	kind of difficulty in finding work	就业困难人员	就业困难	零就业家庭
person.jobIntent	job-seeker	job sought	就业意向	求职意愿	意向岗位	想找什么工作
person.trainingWish		training wished for	培训需求	想学什么	培训意向
person.pensionKind		kind of pension insurance	养老保险	参加养老保险	社保类型	社保
person.retiredOn		date of retirement	退休时间	何时退休	退休年月
person.monthlyPension		monthly pension	退休金	养老金	退休工资
person.pensionCheckedOn		date of pension verification	生存认证	养老认证	资格认证
person.socialCard		social security card number	社保卡号	社保卡	医保卡号
person.monthlyIncome		monthly income	个人收入	工资	月工资	收入情况
person.bankName		bank of account	开户行	银行名称	哪个银行
person.bankAccount		bank account number	银行卡号	账号	卡号	一卡通账号
person.politicalStatus		political affiliation	党员	党派	党团员
person.partyJoinedOn	party-member	date of joining the Party	入党时间	何时入党	加入党组织日期
person.partyFullOn	party-member	date of full Party membership	转正时间	转为正式党员日期
person.partyPost	party-member	post in the Party	党内任职	支部职务
person.partyFeePaidTo	party-member	Party dues paid until	党费	党费缴纳	党费缴到几月
person.partyFlowing	party-member	floating Party member	是否流动党员	外出党员
person.partyPledge	party-member	pledged service post	双报到	认岗	服务岗位	微心愿
person.veteran		veteran	复员	转业	退伍	军人
person.enlistedOn	veteran	date of enlistment	入伍时间	参军时间	服役开始时间
person.dischargedOn	veteran	date of discharge	退伍时间	退役时间	复员时间	转业时间
person.resettlement	veteran	resettlement after service	安置方式	安置类别	退役方式
person.serviceUnit	veteran	unit served in	部队番号	服役部队	部队代号	原部队
person.preferential	veteran	kind of preferential treatment	优抚对象	优抚类别	参战	烈属
person.preferentialCert	veteran	preferential treatment certificate	优待证	优待证编号	退役军人优待证
person.woundLevel	veteran	grade of wounded soldier	伤残等级	评残等级	伤残军人
person.honourPlate		honour plate displayed	光荣牌	光荣之家	光荣之家牌
person.militaryFamily		family of a serving soldier	军属	军人家属	军烈属
person.conscription		conscription registration	兵役登记	服兵役状况	兵役状况
person.healthStatus		health status	身体状况	身体情况	健康情况
person.healthRecordNo		number of health record	档案编号	健康档案号	居民健康档案号
person.bloodType		ABO blood type	ABO血型	什么血型
person.rhFactor		Rh blood type	RH	RH阴性	熊猫血
person.chronicDiseases		chronic diseases	慢病	既往史	疾病	基础病	高血压	糖尿病
person.seriousIllness		serious illness	大病	重病	病种	患病名称
person.drugAllergies		drug allergies	过敏史	过敏	青霉素
person.allergies		allergies in words	过敏原	食物过敏
person.exposure		exposure history	接触史	职业暴露	有害因素
person.surgeries		surgical history	手术	做过的手术	外伤手术史
person.familyHistory		family medical history	家族病史	遗传史	家族疾病
person.medicalInsuranceKind		kind of medical insurance	医保	医疗保险	参保	医疗费用支付方式
person.medicalPaidYear		medical insurance paid for year	医保缴费	居民医保缴费	是否缴医保
person.longTermMedication		takes long-term medication	用药	吃药
person.medicines		main medicines	用药情况	药物名称	服用药物	吃什么药
person.adherence		adherence to medication	按时服药	服药情况	依从性
person.smoking		smoking	吸烟	抽烟	是否吸烟	吸烟史
person.drinking		drinking	饮酒	喝酒	是否饮酒	饮酒史
person.exercise		physical exercise	体育锻炼	运动	锻炼	运动频率
person.diet		dietary habits	饮食	口味	吃得咸
person.examinedOn		date of last health examination	体检日期	体检时间	上次体检
person.heightCm		height	身高厘米	多高	身长
person.weightKg		weight	体重公斤	多重
person.waistCm		waist circumference	腰围厘米	腰围cm
person.temperature		body temperature	今日体温	温度	发热
person.pulse		pulse rate	脉搏	心率	心跳
person.systolic		systolic blood pressure	高压	血压高值	血压
person.diastolic		diastolic blood pressure	低压	血压低值
person.fastingGlucose		fasting glucose	血糖	空腹血糖值	葡萄糖
person.cholesterol		total cholesterol	胆固醇	血脂	TC
person.triglyceride		triglyceride	三酰甘油	TG
person.leftVision		vision of left eye	左视力	左眼	视力左
person.rightVision		vision of right eye	右视力	右眼	视力右
person.hearing		hearing	听力情况	耳聋	耳背
person.womenScreenedOn		date of cervical and breast screening	两癌筛查	两癌检查	妇科检查
person.vaccines		vaccines received	接种史	接种疫苗	疫苗名称	打过什么疫苗
person.vaccinatedOn		date of last vaccination	接种日期	接种时间	打疫苗时间
person.vaccinationCert	child	number of vaccination certificate	接种证号	接种证编号	小绿本编号
person.vaccineContra		contraindication to vaccination	疫苗禁忌	不能打疫苗	暂缓接种原因
person.pregnant		pregnant	怀孕	孕妇
person.lastMenses	pregnant-woman	last menstrual period	末次月经日期	末次月经时间	LMP
person.gestWeeks	pregnant-woman	weeks of gestation	孕周数	怀孕几周	孕几周
person.dueDate	pregnant-woman	expected date of delivery	预产日期	什么时候生	预计分娩日期
person.gravidity	pregnant-woman	number of pregnancies	怀孕次数	第几次怀孕
person.parity	pregnant-woman	number of deliveries	生产次数	分娩次数	生过几次
person.pregnancyRisk	pregnant-woman	pregnancy risk level	高危妊娠	高危孕产妇	五色管理
person.deliveredOn	pregnant-woman	date of delivery	分娩时间	生产日期	生孩子日期
person.deliveryMode	child pregnant-woman	mode of delivery	出生情况	顺产还是剖宫产	生产方式
person.birthWeight	child	birth weight	新生儿体重	出生时体重
person.birthWeeks	child	gestational age at birth	早产	孕周数出生时	胎龄
person.birthOrder	child	birth order	孩次	第几孩	第几胎	排行
person.feeding	child	infant feeding	喂奶方式	母乳喂养	吃什么奶
person.hearingScreen	child	newborn hearing screening	听力筛查	新生儿听筛
person.childcare	child	childcare	托育	谁带孩子	看护方式	照看方式
person.mobilityLevel		ability for self-care	行动能力	行动不便	生活自理	失能	能不能走
person.abilityLevel	elder	ability level	老年人能力等级	能力评估等级	失能等级
person.assessedOn	elder	date of ability assessment	评估日期	评估时间	评估基准日期
person.cognitiveScreen	elder	cognitive screening	认知功能	老年痴呆	记忆力
person.moodScreen	elder	mood screening	情感状态	抑郁	情绪
person.falls	elder	falls in the past year	跌倒	跌倒次数	摔倒	摔跤
person.devices		assistive devices used	辅助器具	辅具	轮椅	拐杖	助听器
person.medicalCare		special medical care	医疗护理	插管	透析	吸氧	管路
person.ltcLevel		long-term care insurance level	长护险	长期护理保险	长护险等级
person.careMode	elder	mode of elder care	居家养老	机构养老	养老形式
person.careServices	elder	elder-care services wanted	服务需求	助餐	上门服务需求	养老需求
person.elderAllowance	elder	receives old-age allowance	高龄津贴	高龄补贴	尊老金	长寿补贴
person.careSubsidy	elder	receives elder-care subsidy	养老服务补贴	护理补贴	老年人补贴
person.visitFrequency	elder	frequency of visits	探访关爱	巡访频次	走访频次
person.incomeSources		sources of income	生活来源	收入来源	主要生活来源
person.adaptation	elder disabled-person	home adaptation	无障碍改造	居家改造	家庭改造
person.disabilityKind		kinds of disability	残疾	残疾类型	残疾人
person.disabilityLevel		grade of disability	残疾级别	几级残疾
person.disabilityCert	disabled-person	number of disability certificate	残疾证号	残疾证	残疾人证	残疾证号码
person.disabilityCause	disabled-person	cause of disability	残疾原因	怎么残疾的
person.rehabNeeds	disabled-person	rehabilitation needs	康复服务需求	康复	康复服务
person.disabledLiving	disabled-person	living subsidy for the disabled	困难残疾人生活补贴	两项补贴	残疾人生活补贴
person.disabledNursing	disabled-person	nursing subsidy for the disabled	重度残疾人护理补贴	残疾人护理补贴	重残补贴
person.subsistenceAllowance		receives subsistence allowance	低保	最低生活保障	困难家庭
person.specialHardship		receives special hardship support	特困	五保
person.supportMode	assistance-recipient	mode of hardship support	集中供养	分散供养	集中或分散
person.hardshipKinds		other kinds of hardship	低保边缘	困难类型	救助类别	边缘户	监测户
person.allowanceMonthly	assistance-recipient	monthly assistance received	低保金	保障金额	月救助金额	供养金
person.povertyCauses	assistance-recipient	causes of hardship	致贫原因	困难原因	贫困原因
person.familyIncome		annual family income	家庭收入	全年家庭收入	家庭总收入
person.perCapitaIncome	assistance-recipient	monthly family income per head	人均收入	月人均收入	家庭人均月收入
person.medicalCost	assistance-recipient	medical cost paid by oneself	医疗支出	自负医疗费	医疗费用	看病花费
person.tempAidOn	assistance-recipient	date of last temporary assistance	临时救助	救助时间	最近救助
person.helpNeeds		help needed	困难需求	救助需求	需要帮助
person.visitedOn		date of last visit	走访日期	入户日期	慰问日期	走访时间
person.honours		honours	获奖情况	奖励	劳动模范	见义勇为
person.housingDifficulty		kind of housing difficulty	住房困难	无房户	危房户
person.housingPerCapita		housing area per head	人均面积	人均建筑面积
person.housingSupport		housing support received	住房保障	公租房	保障性住房	租赁补贴
person.correctionKind	community-corrections	kind of community corrections	矫正类别	社区矫正	矫正类型
person.correctionTerm	community-corrections	term of community corrections	矫正起止日期	矫正起止	矫正期
person.correctionLevel	community-corrections	community corrections level	管理等级	管控等级	严管普管
person.offence	community-corrections	offence	犯罪类型	涉嫌罪名	因何罪
person.releasedOn	community-corrections	date of release from prison	释放日期	刑释时间	安置帮教	刑满释放
person.drugRehab	drug-rehab-person	mode of drug rehabilitation	戒毒类型	社区戒毒	社区康复	吸毒
person.drugRehabTerm	drug-rehab-person	term of drug rehabilitation	戒毒起止日期	戒毒起止	康复期限
person.mentalDisorder	mental-patient	diagnosis of mental disorder	目前诊断	精神病	诊断情况	精神障碍
person.mentalRisk	mental-patient	risk level of mental disorder	危险性评估	危险性	风险评估等级	肇事肇祸风险
person.volunteer		registered volunteer	志愿者	志愿服务
person.volunteerNo	volunteer	volunteer number	志愿者证号	志愿者号	注册编号
person.volunteerHours	volunteer	hours of volunteering	服务时长	志愿时长	服务小时数
person.volunteerFields	volunteer	fields of volunteering	服务类别	服务意向	服务领域	志愿项目
person.volunteerTime	volunteer	time available for service	服务时间	空闲时间	什么时候有空
person.skills		skills offered	技能	专业技能	会什么	能人
person.specialties		interests and talents	特长	爱好	兴趣爱好	个人特长
person.communityRoles		roles in the community	社区职务	两代表一委员	楼长	居民骨干	社会职务
person.specialNeeds		special needs	特殊要求	特殊照顾	特殊人群需求
person.evacuationHelp		help needed to evacuate	转移协助	能否自行转移	是否需要协助转移
person.threats		disasters threatened by	隐患类型	威胁类型	灾害类型	受灾风险
person.evacuationGuide		person responsible for evacuation	转移责任人姓名	转移包保人	防汛责任人
person.evacuationMobile		mobile of person responsible	责任人电话	责任人手机
place.name		name	地点名称	小区名称	名称	楼名	路名
place.alias		other name	俗称	曾用名	旧名	又名
place.officialCode	province city district subdistrict community	official code	行政区划代码	统计代码	城乡区划代码
place.urbanRural	community	urban or rural	城乡分类代码	城乡属性	城镇或农村
place.addressCode		address code	标准地址编码	房屋编码	二维码门牌编码	门牌编码
place.gridCode	grid	grid code	网格号	网格代码	网格编号
place.toponymClass		class of toponym	地名类别	地名类型
place.doorPlate		number on the door plate	门牌	门号	楼牌号	院号
place.doorPlateKind		kind of door plate	门牌种类	牌子类型
place.postcode		postcode	邮编
place.position		position	位置	经纬度	定位	地图位置
place.locationNote		how to find it	具体位置	详细位置	附近标志	方位
place.boundary		boundaries	四至	管辖范围	边界
place.landArea		land area	用地面积	辖区面积	土地面积
place.status		status	是否在用	楼栋状态	房屋状态
place.photo		photograph	照片	现场照片	外景照
place.households		number of households	多少户	住户数	总户数	常住户数
place.residents		usual residents	人口	人数	居民数	常住人数
place.registeredPopulation	province city district subdistrict community compound building grid	registered population	户籍人数	户口数	在册人口
place.floatingPopulation	province city district subdistrict community compound building grid	floating population	外来人口	流动人数	暂住人口
place.elders60		people aged 60 or more	老年人数	老人数	60岁以上	老龄人口
place.elders80		people aged 80 or more	高龄老人数	80岁以上	高龄人数
place.aloneElders		elders living alone	空巢老人数	独居人数	独居老年人
place.children		people under 18	儿童人数	儿童数	18岁以下
place.disabledPeople		disabled people	持证残疾人	残疾人口
place.reliefHouseholds		households on relief	困难户数	低保特困户	救助户数
place.partyMembers		party members	党员人数	居住党员	在职党员数
place.shops		shops	沿街门店数	店铺数	门店数	商铺数
place.organisations		organisations	驻区单位数	企业数	辖区单位
place.grids	district subdistrict community	grids	网格个数	划分网格	网格总数
place.compounds	district subdistrict community grid	compounds	院落数	居民小区个数	自然村数
place.compoundKind	compound	kind of compound	小区性质	院落类型	住宅小区类别
place.builtYear		year built	房龄	建造年份	建成年代	竣工年份	建成时间
place.buildings		buildings	栋数	楼数	几栋楼	幢数
place.entrances	compound building grid	entrances	楼门数	门洞数	几个单元
place.dwellings	compound building unit grid community	dwellings	房屋套数	总套数	房屋间数
place.rentedDwellings	compound building unit grid community	rented dwellings	出租户数	出租房数	租户数
place.vacantDwellings	compound building unit grid community	vacant dwellings	空户数	空置户数	空房数
place.propertyMode	compound building	how the property is managed	有无物业	物业类型	物业管理模式
place.propertyFee	compound building	property fee	物业费	物业收费标准	物业服务费
place.contractUntil	compound	property contract until	物业合同期限	物业到期	合同到期
place.maintenanceFund	compound building	balance of the maintenance fund	专项维修资金	维修基金	大修基金
place.parkingSpaces		parking spaces	车位数	停车位	泊位数	车位
place.carChargers	compound parking charging-station building	car chargers	充电桩	充电枪数	新能源充电桩
place.bikeChargers	compound charging-station building	electric bike charging points	电动自行车充电口	充电插座	电瓶车充电	换电柜
place.lifts	compound building unit	lifts	电梯台数	几部电梯	电梯部数
place.gated	compound	gated	是否封闭	封闭小区	开放小区
place.accessControl	compound building unit	access control	门禁	单元门禁	进门方式
place.renovation	compound building	renovation	老旧小区改造	旧改	是否改造
place.drainage		drainage	雨污分流	排水方式	污水排放
place.tankCleanedOn	compound building	water tank cleaned on	二次供水清洗	水池清洗	水箱消毒
place.wastePoints	compound community grid	waste sorting points	桶站数	垃圾桶站	垃圾房数	分类投放点
place.wasteMode	compound community waste-point	how waste is handed in	定时定点	投放模式	垃圾收集方式
place.floors		number of floors	楼层数	几层	地上层数	总层数
place.basements	building basement parking	floors below ground	地下室层数	地下几层	负几层
place.heightMetres	building	height of the building	楼高	房屋高度	总高度
place.structure	building door rental-house	structure	房屋结构	结构类型	砖混	框架结构
place.exteriorWall	building	facing of the outer wall	外墙	外墙材料	玻璃幕墙	外立面
place.fireResistance	building	fire resistance	防火等级	建筑耐火等级
place.safetyGrade	building door rental-house school-campus	safety grade of the building	危房等级	鉴定等级	是否危房	房屋危险性等级
place.assessedOn	building door rental-house school-campus	date of the safety assessment	鉴定日期	房屋检测日期	安全鉴定时间
place.hasLift		has a lift	电梯	无障碍	是否有电梯
place.liftProgress	building unit	progress of adding a lift	加装电梯	加梯	老楼装电梯
place.accessibility		accessibility	轮椅通道	坡道	适老设施	无障碍通道
place.use	building unit door rental-house basement	use of the building	用途	设计用途	使用性质	房屋性质
place.heritage		heritage protection	历史建筑	文物建筑	是否文保
place.illegalBuilding		illegal building	违法建设	私搭乱建	违章建筑	违建
place.wallRemoved	building unit door rental-house	load-bearing wall altered	拆承重墙	擅自改动结构	承重墙
place.stairsBlocked	building unit	stairs blocked	楼道杂物	楼梯堆放	楼道占用
place.fireEquipment	building unit basement parking	fire equipment of the building	消防设施	消防栓	建筑消防设施
place.fireLaneBlocked		fire lane blocked	消防通道	占用消防通道	生命通道	消防车道
place.fireLaneWidth	compound building road market school-campus	clear width of the fire lane	消防通道宽度	通道净宽	消防车道宽度
place.areaSquareMetres		floor area	面积	房屋面积	总建筑面积	产权面积
place.innerArea	door rental-house	inner area	套内建筑面积	室内面积	实用面积
place.layout	door rental-house	layout	几室几厅	房型	居室
place.housingKind	door rental-house	kind of housing	房屋类型	房屋来源	商品房	房改房
place.ownership	building door rental-house	kind of ownership	产权性质	产别	产权类型
place.titleNumber	door rental-house	number of the title certificate	房产证号	产权证号	房本号	不动产证
place.ownerName	door rental-house building	name of the owner	房东	产权人	业主姓名	房东姓名
place.ownerPhone	door rental-house building	telephone of the owner	房东电话	业主电话	产权人电话
place.occupancy	door rental-house	occupancy	房屋使用情况	自住或出租	是否出租	是否空置
place.tenure		tenure of dwelling	租房	自有住房	产权	住房情况
place.heating		heating	暖气	取暖	采暖方式	取暖方式
place.gasSupply		gas supply	燃气	煤气	天然气	炊事燃料
place.gasInspectedOn		date of last gas inspection	燃气检查	入户安检	燃气入户检查
place.gasAlarm	door rental-house	domestic gas alarm	燃气报警器	煤气报警	可燃气体报警器
place.smokeAlarm	door rental-house	smoke alarm in the dwelling	烟感	烟雾报警器	独立烟感
place.gasAccount	door rental-house	gas account number	燃气用户号	燃气卡号	煤气号
place.waterAccount	door rental-house	water account number	水表号	水费户号	自来水户号
place.powerAccount	door rental-house	power account number	电表号	电费户号	供电户号
place.dogs	door rental-house	dogs kept	养狗	犬只数量	养宠物	是否养犬
place.homeBusiness	building unit door rental-house	dwelling used for business	住宅改商用	民宅经营	居民楼经营
place.rentalNumber	rental-house door	rental registration number	租赁备案	备案号	出租房编号	租赁备案号
place.rentalMode	rental-house door	way of letting	租赁方式	整租合租	出租类型	日租房
place.rentedRooms	rental-house door	rooms let	出租房间数	租几间	隔断间数
place.tenants	rental-house door	tenants	租住人数	租客数	租户人数
place.groupRental	rental-house door	overcrowded letting	群租房	打隔断	违规出租	是否群租
place.rentalRisk	rental-house door	grade of the rental house	出租房等级	三色管理	旅馆式管理等级
place.wardenName		name of the person in charge	楼长	河长	防汛责任人	管理责任人	场所管理员
place.wardenPhone		telephone of the person in charge	楼长电话	管理员电话	值守电话
place.openingHours		opening hours	服务时间	几点开门	开门时间
place.capacity		capacity	容量	承载人数	场地容量	座位数
place.serviceFacilities	compound community grid service-point	service facilities	配套设施	服务设施	生活圈设施
place.fitnessItems	compound community park square	fitness equipment	健身器械	健身设施	体育器材
place.aed		has an AED	AED	除颤仪	急救设备
place.nursingRoom		nursing room	哺乳室	育婴室	妈咪小屋
place.toiletGrade	public-toilet	grade of the toilet	公厕等级	厕所等级	公厕类型
place.toiletStalls	public-toilet	toilet stalls	蹲位数	坑位数	厕所蹲位
place.stalls	market	market stalls	摊位	柜台数	档口数
place.busLines	bus-stop compound community service-point	bus lines	途经线路	公交车次	停靠线路
place.shelterClass	shelter	class of shelter	避难场所类别	避难场所等级	安置点类型
place.shelterArea	shelter	usable shelter area	避难面积	安置面积	可用面积
place.shelterCapacity	shelter school-campus service-point park square	people it can shelter	避难人数	安置人数	收容人数
place.shelterFacilities	shelter school-campus service-point park square	shelter facilities	避难场所设施	应急设施	安置点设施
place.threats		natural hazards	隐患类型	灾害风险	地质灾害隐患	受威胁情况
place.floodRisk		waterlogging risk	积水风险	内涝等级	易涝等级
place.floodDepth	waterlogging-point basement road compound building door	greatest depth of water	积水深度	淹水深度	历史最高水位
place.floodedOn	waterlogging-point basement road compound building door	last flooded on	上次积水	最近受淹	被淹时间
place.floodCauses	waterlogging-point basement road compound	causes of waterlogging	内涝原因	受淹原因	积水成因
place.warningLevel	river-section waterlogging-point	warning level	警戒线	防汛警戒水位	警戒高程
place.peopleToMove		people to be moved	应转移人数	转移人数	危险区人数
place.roadClass	road	class of road	道路类别	道路分类	路级
place.lengthMetres	road river-section	length	道路长度	全长	路长	河段长度
place.widthMetres	road river-section	width	道路宽度	路宽	河宽	红线宽度
place.paving	road parking compound square	paving	路面类型	路面	地面硬化	路面状况
place.sweepGrade	road square park market	sweeping grade	清扫等级	环卫等级	清扫保洁级别
place.permitNumber	construction-site	number of the construction permit	施工许可证	开工许可	施工许可编号	小型工程登记号
place.siteStage	construction-site	stage of construction	施工进度	工程进度	工程状态
place.siteWorkers	construction-site	workers on site	工人人数	施工人数	民工人数
place.finishOn	construction-site	planned completion	竣工日期	完工时间	工期至
event.title		title	标题	主题	什么事	事件名称	活动名称
event.number		event number	工单编号	受理编号	流水号	案卷编号	登记编号
event.eventClass		event class	事件大类	事件类别	事件类型
event.detail		what happened	事件描述	诉求内容	具体情况	问题描述	情况说明
event.occurredAt		time of occurrence	事发时间	事故时间	案发时间
event.reportedAt		time of report	来电时间	接报时间	上报时间	申请时间
event.startsAt		starting time	活动时间	会议时间	停水时间	撤离时间	出发时间
event.endsAt		end time	截止时间	恢复时间	散会时间
event.position		position of the event	定位	经纬度	事件坐标
event.placeNote		description of the place	具体位置	位置描述	详细地点
event.photos		photographs	照片	图片	整改前照片
event.attachments		attached documents	附件	申请材料	上传材料	证明材料
event.source		source	来源	问题来源	线索来源
event.urgency		urgency	急不急	紧急	缓急
event.note		note	说明	补充说明	其他情况	留言
event.confidential	request work-order petition hazard	wants confidentiality	是否保密	保密	匿名	不公开身份
event.peopleInvolved		people involved	涉事人数	来访人数	当事人数
event.amount	dispute petition work-order	amount at stake	标的额	纠纷金额	争议金额
event.preferredDate	request booking repair checkup vaccination visit	preferred date	预约日期	哪天	什么时候	日期
event.preferredPeriod	request booking repair checkup vaccination visit	preferred period of the day	预约时段	上午下午	时间	时间段
event.appointedAt	request booking repair checkup vaccination visit dispute	agreed time	预约时间	确认时间	上门时间	约定办理时间
event.transportNeeded		transport needed	接送	接车	不方便前往	上门接
event.homeVisitNeeded		home visit needed	上门服务	上门	上门办理
event.companions		number of companions	陪同	随行	几个人	陪护人数
event.contactPreference		preferred way to be reached	怎么联系	如何联系	联系途径
event.callerPhone	request work-order	caller's number	主叫号码	来电电话	回拨号码
event.agreed		agrees to take part	同意	是否参加	报名	知情同意
event.signature		signature	签名	签字	申请人签名	本人签字
event.proxy	request booking relief certificate delivery	done by proxy	是否代办	委托代办	帮办代办
event.proxyRelation	request booking relief certificate delivery	relation of the proxy	与当事人关系	与申请人关系	代办关系
event.service	request booking certificate	service applied for	业务名称	政务服务事项	办什么事	申请事项
event.purpose	certificate	purpose of the certificate	用途	开具事由	证明事由
event.copies	certificate delivery request	number of copies	需要份数	几份	份量
event.receiveWay	request booking certificate relief	way of receiving	送达方式	取件方式	证件领取方式
event.materialsComplete	request booking relief certificate	documents complete	材料是否齐全	材料齐备
event.status		state	办理进度	状态	进展
event.dueOn		due date	办理期限	承诺时限	截止日期	限办日期
event.finishedOn		date finished	完成日期	结案日期	办结时间	处置完成时间
event.outcome		outcome	办理结果	结果	是否解决
event.answer		what was done	处理情况	答复内容	处置情况	办理过程
event.refusal	request work-order relief petition certificate booking	reason for refusal	不予受理原因	不批准理由	退回原因
event.opinion		opinion	审核意见	领导批示	社区意见
event.approvedOn	relief request activity certificate	date of decision	批准日期	审核日期	审批时间
event.documentNumber		document number	文号	通知书编号	决定书编号	证明编号
event.riskLevel	hazard dispute petition activity	risk level	风险级别	激化风险	隐患风险等级
event.requestKind	request work-order	kind of request	诉求性质	工单类型	来电类型
event.topic	request work-order petition	topic	问题分类	诉求分类	投诉类别	业务类别
event.repeated	request work-order petition	raised before	是否重复	重复来电	重复投诉	再次来电
event.contactedAt	request work-order	first contacted	联系市民时间	响应时间	首次响应
event.escalated	work-order petition hazard dispute	put under supervision	督办	督办件	挂牌督办	是否督办
event.revisitedOn		date of follow-up call	回访时间	电话回访
event.satisfaction		satisfaction	是否满意	满意程度	评价
event.acknowledged	request work-order petition repair	person agrees it is solved	是否认可	市民认可解决	回访是否解决
event.demand	dispute petition work-order request	what the person asks for	诉求	请求事项	主要诉求
event.disputeKind	dispute	kind of dispute	矛盾类型	纠纷类别	矛盾纠纷类型
event.mediationResult	dispute	result of mediation	化解结果	是否调解成功	调处结果
event.agreement	dispute	content of the agreement	调解协议	协议约定	书面协议
event.performance	dispute	performance	协议履行	履行状态	是否履行
event.inspectionKind	inspection patrol	kind of inspection	检查方式	检查性质	检查类别
event.matters	inspection patrol	matters inspected	检查项	检查项目	检查范围
event.verdict	inspection	verdict	检查结果	是否合格	检查意见
event.hazardCount	inspection patrol	number of hazards	问题数量	隐患处数	发现问题数	隐患条数
event.hazardKind	hazard	kind of hazard	隐患类别	问题类型	隐患种类
event.hazardLevel	hazard	level of hazard	隐患级别	是否重大隐患	隐患程度
event.remedy	hazard inspection	remedy	整改要求	整改内容	整改建议
event.remedyBy	hazard inspection	to be remedied by	整改时限	限期整改日期	整改截止
event.rectified	hazard inspection	state of rectification	整改状态	是否整改	整改进度	整改结果
event.rectifiedOn	hazard	date rectified	整改时间	整改完成时间	销号日期
event.rectifiedPhotos	hazard inspection work-order repair	photographs after	整改照片	处置后照片	完工照片
event.recheckedOn	hazard inspection	date rechecked	复查时间	复核日期	复检日期
event.recheckPassed	hazard inspection	passed the recheck	复查结果	复查结论	复查意见
event.measures	inspection hazard enforcement	measures taken	采取措施	处理措施	处罚种类
event.fine	enforcement inspection	fine	罚款	处罚金额	罚没金额
event.incidentKind	incident	class of incident	突发事件类型	应急事件类别
event.eventLevel	incident	level of the incident	突发事件级别	事故等级	灾害等级
event.accidentKind	incident	kind of accident	险情类型	事故类别	警情类型
event.disasterKind	incident evacuation relief notice	kind of disaster	灾种	灾害类型	预警类型	受灾类型
event.warningColour	incident notice evacuation	warning colour	预警级别	预警等级	预警信号
event.responseLevel	incident evacuation	response level	应急响应	响应等级	启动响应
event.cause	incident hazard repair dispute	cause	起因	原因	起火原因	积水成因
event.deaths	incident	deaths	因灾死亡人口	死亡	遇难人数
event.injured	incident	injured	伤病人数	受伤	伤员数
event.missing	incident	missing	失联人数	因灾失踪人口	失踪
event.trapped	incident	trapped	困人数量	被困人员	困人
event.affectedPeople	incident	people affected	受灾人数	受影响人数	影响人数
event.relocated	incident evacuation	people relocated	紧急转移安置人口	转移人数	安置人数
event.housesCollapsed	incident	rooms collapsed	倒房	倒塌房屋	倒损房屋
event.loss	incident	direct economic loss	经济损失	财产损失	损失金额
event.waterDepth	incident patrol	water depth	积水深度	淹水深度	水位
event.households	incident notice repair	households affected	涉及户数	受影响户数	受灾户数
event.outage	notice incident	service cut off	停水停电	停供种类	停什么
event.settleMode	evacuation	where settled	转移去向	安置去向	安置类型
event.transport	evacuation booking checkup	means of transport	乘坐车辆	出行方式	乘车方式
event.returnedAt	evacuation	time of return	返家时间	返回日期	回迁时间
event.refused	evacuation	refused to leave	不愿转移	拒不转移	是否拒绝
event.visitWay	visit survey	way of visiting	入户方式	探访方式	走访形式
event.visitPurposes	visit	purpose of the visit	走访事由	走访类型	走访内容
event.metInPerson	visit survey	met the person	是否见面	本人在家	是否见到本人
event.findings	visit survey	findings	走访记录	探访情况	入户情况
event.needs	visit survey	needs raised	困难诉求	需要帮助	反映的问题
event.nextVisit	visit checkup	next visit	下次随访日期	下次探访	随访日期
event.activityKind	activity	kind of activity	活动类别	活动形式	活动性质
event.audience	activity meeting notice	audience	面向人群	参与对象	通知对象
event.quota	activity booking vaccination checkup	number of places	人数上限	招募人数	限额
event.registerBy	activity booking	registration closes	报名截止时间	报名期限	截止报名
event.fee	activity delivery checkup vaccination	fee per person	费用	收费	活动费用	餐费
event.attendance	activity meeting	number attending	参加人数	到会人数	参会人数
event.meetingKind	meeting	kind of meeting	会议类别	会议种类	三会一课
event.agenda	meeting	agenda	会议议题	议程	讨论事项
event.resolution	meeting	resolution	决议	决定事项	会议结论
event.noticeWays	notice activity meeting	ways of informing	通知方式	宣传方式	公示方式
event.publicity	notice relief	period of public notice	公示时间	公示起止日期	公告期
event.reliefKind	relief	kind of relief	救助种类	补贴类型	救助项目	申请类别
event.reason	relief request certificate	reason for applying	申请理由	困难原因	申请原因
event.verified	relief petition survey	result of verification	核对结果	调查结论	入户核查
event.amountGranted	relief visit	amount granted	救助金额	补贴金额	慰问金	发放金额
event.grantPeriod	relief	period of the grant	救助期限	保障期限	享受时间
event.paidOn	relief visit	date paid	发放时间	到账日期	领取日期
event.payWay	relief	way of payment	支付方式	发放渠道	打款方式
event.vaccine	vaccination	vaccine	疫苗	疫苗种类	接种疫苗
event.dose	vaccination	dose number	第几针	针次	第几剂
event.batch	vaccination	batch number	批号	疫苗批次	生产批号
event.reaction	vaccination	reaction	不良反应	异常反应	留观情况
event.nextDose	vaccination	next dose due	下次接种时间	下一针日期	预约下一剂
event.checkupKind	checkup	kind of check-up	体检类别	随访类型	筛查类型
event.fasting	checkup booking	must be fasting	是否空腹	空腹
event.abnormal	checkup	abnormal findings	异常指标	健康评价	体检结果	有无异常
event.deliverKind	delivery	what is delivered	配送类型	送餐送药	配送物品
event.meals	delivery	meals	用餐时段	早中晚餐	订餐餐次
event.deliveredAt	delivery certificate	time delivered	签收时间	送到时间
event.repairKind	repair	kind of repair	报修内容	维修项目	故障类型
event.repairCost	repair	cost of repair	修理费	维修金额	工程费用
thing.name		name	设施名称	名称	设备名称	品名	宠物名
thing.category		category	类别	种类	车辆类型	设备类别
thing.plate	vehicle	licence plate	车牌	车牌号码	号牌	号牌号码
thing.serialNumber		serial number	出厂编号	设备编号	产品编号	序列号
thing.componentCode		component code	部件代码	部件编码	部件编号
thing.componentClass		component class	部件大类	部件类别	部件类型
thing.assetNumber		asset number	固定资产编号	资产号	资产编码
thing.tagCode		tag number	二维码编号	电子标签号	灯杆号	扫码编号
thing.brand		brand	牌子	厂牌	品牌名称
thing.model		model	型号	规格	品牌型号	设备型号
thing.manufacturer		manufacturer	生产厂家	制造厂	生产企业	厂家
thing.madeOn		date of manufacture	制造日期	出厂日期	生产年月
thing.acquiredOn		date of acquisition	购买日期	采购日期	入库日期	购入时间
thing.installedOn		date of installation	安装时间	建设日期	栽植日期	施工日期
thing.price		purchase price	单价	原值	采购价格	价值
thing.sourceKind		how acquired	物资来源	来源渠道	获得方式
thing.photo		photograph	照片	设备照片	图片	车辆照片
thing.position		position	坐标	经纬度	定位	点位
thing.positionNote		description of position	具体位置	方位	库位	摆放位置
thing.size		outer dimensions	尺寸	规格尺寸	长宽高	井盖尺寸
thing.height	lamp-post street-tree sign-board camera pet	height	杆高	树高	安装高度	肩高
thing.colour	vehicle e-bike pet	colour	车身颜色	毛色	外观颜色
thing.material		material	材料	管材	井盖材质	制作材料
thing.powerSupply	lamp-post camera call-button smoke-alarm access-gate	power supply	取电方式	电源	用电方式
thing.ratedPower	charging-pile pump lamp-post e-bike boiler	rated power	功率	电机功率	灯具功率	充电功率
thing.networked	camera call-button smoke-alarm access-gate elevator manhole-cover lamp-post	networked	是否联网	接入平台	在线	物联网接入
thing.openHours	aed charging-pile fitness-equipment emergency-supplies	hours of availability	开放时间	可用时段	使用时间
thing.condition		condition	部件状态	完好情况	是否完好	使用状态
thing.faults		faults	存在问题	损坏情况	缺陷	故障描述
thing.inspectedOn		date of last inspection	年检	检验日期	上次检验日期	年审日期	盘点日期
thing.nextInspection		next inspection due	检验有效期	年检到期	下检日期	检验有效期至
thing.inspectResult	elevator boiler pressure-vessel pipe vehicle	inspection conclusion	检验结果	检测结论	年检结果
thing.maintainedOn		last maintained	维保日期	保养日期	维修日期	上次保养时间
thing.maintainCycle		maintenance cycle	保养周期	维护周期	保养间隔
thing.emergencyPhone		emergency phone	应急救援电话	救援电话	维保电话	抢修电话
thing.lifespan		design life	使用寿命	使用年限	安全使用年限
thing.retireBy		to be retired by	报废日期	强制报废期止	强制报废期
thing.insuranceKinds		kinds of insurance	保险	险种	参保险种
thing.insuredUntil		insured until	保险有效期	保险截止日期	交强险到期
thing.registeredOn		date of registration	注册日期	初次登记日期	上牌日期	办证日期
thing.permitNumber		permit number	审批文号	备案号	设置许可证号
thing.permitUntil		permit valid until	许可期限	证件有效期至	许可有效期
thing.specialKind	elevator boiler pressure-vessel pipe	class of special equipment	特种设备种类	特设类别	设备种类
thing.equipmentCode	elevator boiler pressure-vessel pipe	equipment code	特种设备代码	设备识别码	设备标识代码
thing.useCertNumber	elevator boiler pressure-vessel pipe	use registration number	使用登记证编号	登记证号	使用证编号
thing.liftKind	elevator	kind of lift	电梯类型	电梯类别	电梯种类
thing.rescueCode	elevator	rescue code	救援编号	电梯编号	应急处置识别码	96333编码
thing.ratedLoad	elevator vehicle	rated load	额定载重量	核定载质量	载重	载重量
thing.liftStops	elevator	floors stops doors	层站数	层站	层数站数	停靠层站
thing.retrofitLift	elevator	retrofitted lift	是否加装	加梯	既有住宅加装
thing.ratedOutput	boiler	rated output	蒸发量	锅炉吨位	额定热功率
thing.boilerFuel	boiler	boiler fuel	燃料	锅炉类型	供热燃料
thing.ratedPressure	boiler pressure-vessel pipe	rated pressure	工作压力	设计压力	压力等级
thing.medium	pressure-vessel pipe boiler	medium	介质	充装介质	盛装介质
thing.volume	pressure-vessel waste-bin	volume	容量	水容积	桶容量
thing.safetyValveOn	boiler pressure-vessel	safety valve calibrated	安全阀校验	安全阀检验日期	安全附件校验
thing.pipeKind	pipe	kind of pipeline	管线类型	管网类型	管道类别
thing.diameter	pipe fire-hydrant gas-meter pump	nominal diameter	管径	公称直径	栓口口径	公称口径
thing.burialDepth	pipe manhole-cover	depth below ground	管顶埋深	井深	埋设深度
thing.ratedCapacity	transformer	rated capacity	变压器容量	配变容量
thing.voltage	transformer e-bike charging-pile	voltage	额定电压	电压	电池电压
thing.flow	pump	rated flow	流量	排水量	排水能力
thing.pumpHead	pump	pump head	额定扬程	水泵扬程
thing.plateKind	vehicle	kind of licence plate	车牌种类	车牌类型	号牌类型
thing.vehicleKind	vehicle	kind of motor vehicle	车型	车种	汽车类型
thing.vin	vehicle	vehicle identification number	车架号	VIN	VIN码	识别代码
thing.engineNumber	vehicle e-bike	engine number	发动机号码	电机号	电机编号
thing.seats	vehicle	number of seats	座位数	核载人数	几座
thing.vehicleUse	vehicle	use of the vehicle	车辆用途	营运性质	是否营运
thing.fuel	vehicle	fuel	能源类型	动力类型	燃油种类
thing.parkingSpace	vehicle	parking space	停车位编号	固定车位	停车位
thing.ebikePlate	e-bike	electric bicycle plate	电动车牌照	非机动车号牌	电动车牌号	电动自行车车牌
thing.ebikeKind	e-bike	kind of electric bicycle	电动自行车类型	是否新国标	电动车种类
thing.frameNumber	e-bike	frame number	车架编码	车架编号	整车编号
thing.ccc	e-bike charging-pile fire-extinguisher smoke-alarm	has CCC certification	3C认证	CCC认证	是否3C
thing.batteryKind	e-bike drone	kind of battery	电池种类	蓄电池类型	电瓶类型
thing.chargingWay	e-bike	way of charging	充电地点	在哪充电	充电位置
thing.modified	e-bike vehicle	modified	非法改装	是否改装	改装情况
thing.chargerKind	charging-pile	kind of charging point	充电桩类型	充电类型	快充慢充
thing.ports	charging-pile	number of ports	充电接口数	枪数	插座数
thing.coverKind	manhole-cover	kind of manhole cover	井盖种类	井盖类别	检查井类型
thing.coverShape	manhole-cover	shape of the cover	形状	井盖外形
thing.loadClass	manhole-cover	load class	承重等级	荷载等级	井盖等级
thing.roadSurface	manhole-cover fire-hydrant street-tree lamp-post	part of the road	路面位置	所在路面	路面类型
thing.safetyNet	manhole-cover	has a safety net	防坠网	防坠落装置	防坠设施
thing.coverDefects	manhole-cover	defects of the cover	井盖问题	病害类型	井盖隐患
thing.lampKind	lamp-post	light source	灯具类型	灯源	灯泡类型
thing.cameraKind	camera	kind of camera	监控类型	摄像头类型	探头类型
thing.cameraCode	camera	video device code	国标编码	设备国标编号	摄像机编码
thing.keepDays	camera	days recordings are kept	存储天数	录像存储时间	保存期限
thing.collectsFaces	camera access-gate	collects faces	人脸识别	是否人脸抓拍	刷脸功能
thing.doorOpening	access-gate	ways of opening	通行方式	门禁方式	开锁方式
thing.hydrantKind	fire-hydrant	kind of hydrant	消防栓类型	消火栓形式	栓体类型
thing.waterPressure	fire-hydrant	water pressure	栓口压力	水压	静压
thing.extinguisherKind	fire-extinguisher	kind of extinguisher	灭火剂种类	灭火器种类	灭火剂类型
thing.gauge	fire-extinguisher	pressure gauge	压力指示器	压力是否正常	指针位置
thing.detectorKind	smoke-alarm	kind of detector	报警器类型	探测器类型	烟感类型
thing.gasMeterKind	gas-meter	kind of gas meter	表具类型	燃气表种类	气表类型
thing.reading	gas-meter	meter reading	表底数	抄表数	止码
thing.wasteKind	waste-bin	kind of waste	垃圾分类	桶类型	投放类别
thing.species	street-tree	tree species	树木名称	树名	植物名称
thing.trunk	street-tree	trunk diameter	树干直径	干径	米径
thing.treeGrade	street-tree	protection grade	古树等级	保护等级	古树级别
thing.treeVigour	street-tree	vigour	长势	生长状况	树木健康
thing.leaning	street-tree sign-board lamp-post	leaning dangerously	是否倾斜	危树	倒伏风险
thing.signKind	sign-board	kind of sign	广告类型	招牌类型	广告形式
thing.petKind	pet	kind of animal	宠物种类	宠物类型	动物类型
thing.breed	pet	breed	品种	犬只品种	宠物品种
thing.petSex	pet	sex of the animal	公母	犬只性别	雌雄
thing.petBirth	pet	date of birth of the animal	犬龄	犬只年龄	宠物年龄
thing.rabiesOn	pet	rabies vaccination	狂犬疫苗	免疫日期	犬只免疫	疫苗接种日期
thing.immunityCert	pet	immunity certificate number	免疫证明编号	狂犬免疫证	犬只免疫证
thing.dogLicence	pet	dog licence number	养犬登记证号	犬牌号	狗证	养犬证号
thing.chip	pet	microchip number	电子芯片	犬只芯片	电子标识
thing.dangerousDog	pet	dangerous breed	大型犬	禁养犬	是否烈性犬
thing.droneRegistration	drone	drone registration number	实名登记号	UAS编号	登记标志
thing.droneClass	drone	class of drone	无人机类别	无人机分类
thing.callTarget	call-button	who answers	呼叫接收方	接听方	呼叫对接
thing.supplyKind	emergency-supplies	kind of supplies	物资种类	储备类别	物资类型
thing.quantity		quantity	几个	件数	库存数量	现有数量	库存
thing.unit		unit of quantity	数量单位	单位量词
thing.minStock	emergency-supplies fire-extinguisher	minimum stock	储备标准	库存下限	应储数量
thing.expiresOn	emergency-supplies aed fire-extinguisher smoke-alarm	best before	保质期至	过期日期	电极片有效期	失效日期
organisation.name		name	公司名称	企业名称	店名	组织名称	机构名称
organisation.signboardName		name on the signboard	招牌名	店招	字号	门店名称
organisation.uscc		unified social credit code	信用代码	营业执照号	税号	社会信用代码
organisation.kind		kind	企业类型	机构类型
organisation.organisationType		type in statistics	统计机构类型	机构类型代码
organisation.economicType		type of registration	注册类型	经济类型	登记类型
organisation.industry		industry section	行业	所属行业	行业类别	国民经济行业
organisation.mainBusiness		main business	主要业务	主要产品	经营项目	做什么的
organisation.businessScope		registered scope of business	业务范围	许可范围
organisation.businessStatus		business status	营业状态	登记状态	存续状态	是否营业
organisation.establishedOn		date of establishment	注册日期	成立时间	登记日期
organisation.licenceUntil		certificate valid until	营业期限至	执照到期	证书有效期
organisation.registrar		registration authority	发证机关	注册机关	登记管理机关
organisation.registeredCapital		registered capital	注册资金	开办资金	资金数额
organisation.registeredAddress		address on the certificate	注册地址	注册住所	登记地址	执照地址
organisation.addressMatches		address matches certificate	地址是否一致	注册地经营	异地经营
organisation.licencePhoto		photograph of the certificate	营业执照照片	执照扫描件	登记证书照片
organisation.licenceDisplayed		certificate displayed	证照上墙	亮照经营	证照公示
organisation.size	enterprise self-employed-business	size of the unit	企业规模	企业大小	大中小微
organisation.abnormal		on the list of abnormal operation	异常名录	失信企业	经营异常名录
organisation.legalRepresentative		legal representative	法人	负责人	老板	法人代表	经营者
organisation.manager		person in actual charge	店长	实际经营人	现场负责人	主要负责人
organisation.contactMobile		contact mobile	负责人电话	联系电话	单位电话	联系方式
organisation.liaisonName		liaison person	联系人	单位联系人	对接人	经办人姓名
organisation.liaisonMobile		mobile of the liaison person	联系人电话	联系人手机	对接人电话
organisation.landline		landline	座机	办公电话	咨询电话	服务热线
organisation.dutyPhone		duty telephone	24小时电话	应急电话	夜间电话	值守电话
organisation.email		e-mail address	邮箱	单位邮箱	邮件地址
organisation.openingHours		opening hours	服务时间	办公时间	开门时间	上班时间
organisation.frontPhoto		photograph of the front	门店照片	门头照片	外观照片
organisation.employees		number of employees	员工数	多少人	职工人数	从业人员	用工人数
organisation.migrantEmployees		employees from elsewhere	外地员工	外来人员数	流动人口用工
organisation.disabledEmployees		disabled employees	残疾职工	残疾人就业数	残疾员工
organisation.lodgers		people lodging on the premises	留宿人数	住店员工	集体宿舍人数	夜间住人
organisation.securityGuards		security guards	保安员	安保人数	保安数量
organisation.businessArea		area in use	营业面积	使用面积	场所面积	店铺面积
organisation.premisesRight		right to the premises	场所产权	房屋来源	自有或租赁
organisation.premisesPosition		position in the building	经营部位	所在位置	门店位置	是否底商
organisation.capacity		permitted number of people	容纳人数	最大人数	承载量	额定人数
organisation.mixedUse		lodging combined with business	多合一	住宿与经营混合	合用场所
organisation.frontDuty		front-of-shop duty signed	门前三包	市容责任书	三包协议
organisation.outdoorTrading		trading outside the shop	占道经营	出店经营	外摆
organisation.fireKeyUnit		key unit for fire safety	重点单位	消防安全重点单位
organisation.smallPlaceKind		kind of small place	场所类型	七小类别	九小分类	门店类型
organisation.fireApproval		fire safety formalities	消防验收	消防备案	开业前检查	消防合格
organisation.fireManager		fire safety manager	消防安全管理人	消防责任人	消防安全责任人
organisation.extinguishers		fire extinguishers	灭火器	灭火器数量	灭火器具数
organisation.expiredExtinguishers		expired extinguishers	过期灭火器	灭火器不合格	灭火器失压
organisation.fireEquipment		fire equipment	消防器材	固定消防设施	喷淋烟感
organisation.smokeAlarms		stand-alone smoke alarms	烟感	烟雾报警器	独立式烟感
organisation.exits		emergency exits	安全出口	疏散出口	出口数量
organisation.exitsLocked		exits locked or blocked	安全出口上锁	出口封堵	安全出口不畅
organisation.corridorBlocked		corridors blocked	疏散通道	楼梯堆物	通道堆物
organisation.emergencyLights		emergency lighting in order	应急照明	应急灯
organisation.exitSigns		exit signs in order	疏散指示标志	指示灯	安全出口标志
organisation.windowBars		windows barred	防盗网	窗户栅栏	广告牌封窗
organisation.combustibles		combustible decoration	泡沫夹芯板	可燃装修	彩钢板
organisation.badWiring		unsafe wiring	用电安全	乱拉电线	电气线路不规范
organisation.indoorCharging		electric bikes charged indoors	电动车室内充电	电瓶入户	违规充电
organisation.gasUse		gas used by the unit	燃气类型	是否用气	店铺用气
organisation.gasCylinders		gas cylinders	液化气罐	煤气罐数	钢瓶数
organisation.gasAlarm		gas alarm installed	燃气报警器	可燃气体报警	泄漏报警
organisation.gasHoseOk		gas hose in order	连接软管	胶管老化	燃气管
organisation.flueCleanedOn	catering school kindergarten elderly-care	flue cleaned on	油烟管道清洗	烟管清洗	烟罩清洗
organisation.miniFireStation		members of the mini fire station	微型消防站	义务消防员	志愿消防队
organisation.sectorLicence		number of the sector licence	许可证号	经营许可证号	办学许可证	执业许可证	特种行业许可证
organisation.sectorLicenceUntil		sector licence valid until	许可证有效期	许可到期	许可证到期
organisation.foodLicence	catering small-shop small-workshop school kindergarten elderly-care shopping-mall	number of the food licence	食品经营许可证	食品证	食品备案号	餐饮许可证
organisation.foodLicenceUntil	catering small-shop small-workshop school kindergarten elderly-care shopping-mall	food licence valid until	食品证到期	食品许可到期	食品证有效期
organisation.foodBusiness	catering small-shop school kindergarten elderly-care shopping-mall	kind of food business	主体业态	食品业态	餐饮类别
organisation.foodGrade	catering school kindergarten elderly-care	food safety grade	食品安全等级	量化分级	笑脸等级
organisation.healthCertCount		staff with health certificates	健康证人数	健康证数量	有健康证的
organisation.openKitchen	catering school kindergarten elderly-care	kitchen open to view	阳光厨房	透明厨房	后厨直播
organisation.kitchenWaste	catering school kindergarten elderly-care shopping-mall	kitchen waste collected	餐厨废弃物	泔水处理	废油回收	收运协议
organisation.fumePurifier	catering school elderly-care	fume purifier in use	油烟净化器	油烟设施	油烟直排
organisation.hygieneLicence	small-hotel small-entertainment beauty-bath internet-bar shopping-mall	number of the hygiene licence	公共场所卫生许可证	卫生证号	卫生许可
organisation.hygieneGrade	small-hotel small-entertainment beauty-bath internet-bar shopping-mall	hygiene grade	卫生等级	卫生量化等级	公共场所等级
organisation.pestControl		pest control contracted	除四害	四害消杀	灭鼠灭蟑	防鼠设施
organisation.isolationRoom	school kindergarten nursery elderly-care medical-institution	isolation room	临时隔离室	观察室	发热隔离点
organisation.safetyOfficer		safety officer	安全员	安全负责人	安全生产管理人员
organisation.safetyLevel	enterprise small-workshop	safety standardisation level	标准化达标	安全生产标准化	标准化等级
organisation.riskLevel		safety risk level	风险等级	风险分级	四色等级	风险颜色
organisation.hazards		main hazards	危险源	有限空间	涉爆粉尘	危险因素
organisation.chemicals		hazardous chemicals kept	危险化学品	危化品	易燃易爆品
organisation.specialWork		special work carried out	危险作业	动火作业	高处作业	有限空间作业
organisation.certifiedWorkers		certified special workers	持证上岗人数	特种作业人员	电工焊工证
organisation.healthHazards	enterprise small-workshop medical-institution	occupational health hazards	职业危害	职业病危害	有害因素
organisation.dischargePermit		pollution permit category	排污许可	排污登记	环保手续
organisation.contractsSigned		employees with labour contracts	劳动合同签订数	合同人数	签合同人数
organisation.insuredEmployees		insured employees	社保人数	缴社保人数	参加社会保险人数
organisation.wageArrears		wages in arrears	欠薪	拖欠工资	欠薪金额
organisation.vacancies		posts to be filled	用工需求	招工需求	空缺岗位	缺工人数
organisation.partyUnit		kind of party organisation	党组织形式	党建情况	是否建立党组织	党支部
organisation.partyMembers		party members	党员数	党员总数	员工党员
organisation.partySecretary		party secretary	支部书记	党支部书记	书记姓名
organisation.massGroups		mass organisations	工会	是否建工会	团组织	妇联组织
organisation.projectsManaged	property-company	projects under management	服务项目数	管理小区数	项目数量
organisation.managedArea	property-company	area under management	管理面积	服务面积	物业管理面积
organisation.feeMode	property-company	fee mode	包干制	酬金制	物业收费方式
organisation.committeeTerm	owners-committee residents-committee social-organisation	term of office	第几届	本届届次	换届届次
organisation.termUntil	owners-committee residents-committee social-organisation	term ends on	任期至	换届时间	届满日期	到届时间
organisation.committeeMembers	owners-committee residents-committee social-organisation	committee members	委员数	成员人数	班子成员数	理事人数
organisation.publicRevenue	owners-committee property-company	yearly income from common parts	公共收益	共有收益	公共部位收益
organisation.accountsShownOn	owners-committee property-company residents-committee	accounts published on	财务公开日期	收支公示	账目公开
organisation.schoolLevel	school kindergarten nursery training-institution	kind of school	学校类型	学段	办学层次
organisation.schoolNature	school kindergarten nursery training-institution elderly-care medical-institution	public or private	公办民办	举办者性质	办园性质
organisation.classes	school kindergarten nursery training-institution	classes	班数	教学班数	班级数量
organisation.students	school kindergarten nursery training-institution	students	学生数	在园幼儿数	学生人数	在校生	入托人数
organisation.canteenMode	school kindergarten nursery elderly-care enterprise authority public-institution	how meals are provided	食堂	供餐方式	配餐方式	有无食堂
organisation.panicButton	school kindergarten nursery medical-institution elderly-care small-hotel shopping-mall	panic button linked to police	一键报警装置	紧急报警按钮	报警器联网
organisation.medicalKind	medical-institution	kind of medical institution	诊所类别	机构类别	医疗类别
organisation.medicalLevel	medical-institution	level of medical institution	医院等级	医院级别	几级医院
organisation.beds	medical-institution elderly-care small-hotel	beds	床位	开放床位	养老床位	病床数
organisation.doctors	medical-institution elderly-care	licensed doctors	医生人数	医师数	医生数量
organisation.insuranceAccepted	medical-institution pharmacy elderly-care	accepts medical insurance	定点医疗机构	能否刷医保	医保药店	定点药店
organisation.careGrade	elderly-care	grade of elderly care	养老星级	星级评定	养老院等级
organisation.nursingBeds	elderly-care	nursing beds	护理床位	失能床位	护理型床位
organisation.residentsInCare	elderly-care	residents in care	在院老人	入住人数	住养人数
organisation.disabledInCare	elderly-care	disabled residents in care	失能老人数	失能失智人数	不能自理人数
organisation.caregivers	elderly-care	caregivers	护理员	护工人数	照护人员数
organisation.careMedical	elderly-care	medical care provided	医养结合	内设医务室	签约医院
organisation.socialKind	social-organisation	kind of social organisation	社团类型	民非类型	社会组织类别
organisation.memberCount	social-organisation cooperative	members	会员数	成员数	队员人数
organisation.assessment	social-organisation	assessment grade	社会组织等级	A级评定	等级评估
organisation.annualCheck	social-organisation school kindergarten training-institution	result of the annual check	年检	年检情况	年度检查结果
organisation.revenueBand		yearly revenue	营业额	年收入	年产值	销售额	营收
organisation.taxBand		yearly tax	税收	纳税金额	年税收	缴税额
organisation.taxCredit	enterprise	tax credit grade	纳税信用	税务等级	纳税等级
organisation.emergencyPlan		emergency plan in place	预案	有无预案	应急方案	消防预案
organisation.drilledOn		last drill held on	演练日期	消防演练	疏散演练	最近演练
parent.kind		kind of parenthood	亲生或收养	父母类型
parent.custody		has custody	抚养权	随谁生活
spouse.marriedOn		date of marriage	结婚日期	登记结婚时间
guardian.basis		basis of guardianship	监护类型	监护方式
guardian.relation		relation to the ward	监护人关系	监护关系
guardian.proof		proof of guardianship	监护证明材料
carer.frequency		how often	照料频率	照护时间
carer.relation		relation to the cared for	照护者关系	照料者身份
carer.paid		is paid	是否付费	雇用保姆
emergency-contact.priority		order of calling	第几联系人	优先级
neighbour.hasKey		keeps a spare key	备用钥匙	存放钥匙
neighbour.help		what help is agreed	帮扶内容	约定事项
housemate.relation		relation of the housemates	与户主关系	同住关系
resides-at.as		lives there as	房屋与本人关系	是否租户
registered-at.movedFrom		moved from	何时何地迁来本址	迁出地
registered-at.reason		reason for registration	落户原因	迁移原因
stays-at.reason		reason for staying	暂住原因	临住原因
stays-at.nights		nights a week	居住天数	每周天数
stays-at.part		part of the week	工作日住	周末住	居住时段
stays-at.from		stays from	暂住起始日期	临时居住起始日期
stays-at.until		stays until	暂住截止日期	拟暂住至
owns-home.share		share	份额	所占份额
owns-home.coOwnership		kind of co-ownership	共有情况	是否共有
rents.monthlyRent		monthly rent	租金	房租	每月租金
rents.leaseUntil		lease until	租赁到期	合同到期日	租期至
rents.deposit		deposit	租房押金	保证金
looks-after.role		role	职责身份	包保身份
looks-after.households		households looked after	联系户数	包户数
employed-by.position		position	岗位	工种	职位
employed-by.department		department	部门	科室	车间
employed-by.contractKind		kind of contract	劳动合同类型	用工形式
employed-by.insured		social insurance paid	是否缴纳社保	五险
member-of.role		role	担任职务	职务分工
legal-representative-of.certName		title on the licence	负责人类型	身份称谓
shareholder-of.amount		capital subscribed	出资额	认缴金额
shareholder-of.ratio		share of capital	持股比例	股权比例
studies-at.enrolment		way of enrolment	入学途径	就学方式
retired-from.kind		kind of retirement	退休种类	离退休类别
signed-with-clinic.doctor		doctor	家庭医生姓名	责任医生
signed-with-clinic.package		service package	签约服务包	服务内容
receives-care-from.services		services	服务内容	享受服务
receives-care-from.hours		hours a month	服务时长	月服务小时
receives-care-from.bed		bed	房间号	床号
delegate-of.until		authorised until	委托有效期	授权截止
delegate-of.scope		scope	授权范围	代理权限
delegate-of.letter		letter of authority	委托书	介绍信
supervised-by.reportEvery		reporting interval	报到频次	报告周期
evacuates-to.route		route	撤离路线	逃生路线
evacuates-to.minutes		time needed	步行时间	所需时间
contracted-by.amount		contract value	合同价	服务费用
contracted-by.contractUntil		contract until	服务期限至	合同截止
owned-by.share		share owned	共有份额	产权比例
installed-for.consent		consent given	是否同意	知情同意
maintained-by-organisation.contractUntil		maintenance contract until	维保期限	维保合同期限
inspected-by.reportNumber		report number	报告编号	报告书编号
about.role		role of the party	当事人类型	甲方乙方
attended-by.hours		hours of service	服务时长	服务时数
attended-by.signedInAt		time signed in	到场时间	签到
affects-person.harm		harm	伤亡情况	伤情
affects-person.hospital		hospital	救治医院	送往医院
caused-by.liability		share of liability	事故责任	责任认定
handled-by-organisation.assignedAt		time assigned	转办时间	交办时间
uses-thing.quantity		quantity used	发放数量	领用数量
damages.degree		degree of damage	受损程度	毁损情况
operates-at.role		main site or branch	主要经营场所	分店	分支场所
manages.duties		duties	职责	管理内容	责任事项`

export const relationWords = `parent		is parent of	父亲	母亲	家长	爸爸	妈妈
spouse		is spouse of	丈夫	妻子	爱人	老伴
sibling		is sibling of	哥哥	弟弟	姐姐	妹妹
grandparent		is grandparent of	爷爷	奶奶	外公	外婆	隔代
guardian		is guardian of	法定监护人
carer		cares for	照顾者	护理员	保姆	照料人
emergency-contact		is emergency contact of	联系人	家属
neighbour		is neighbour of	街坊	结对邻居
colleague		is colleague of	同单位
housemate		shares a home with	合租人	共同居住人	同住家属
within		lies within	所在	上级地点
adjoins		adjoins	相邻	四至
passes-through		passes through	穿过	沿线
serves-area		serves the area of	服务半径	覆盖小区
evacuates-to		evacuates to	避灾点	安置点
belongs-to		belongs to	上级单位	总公司	分公司
supervises		supervises	行业主管	监管部门
partners-with		partners with	共建单位	结对单位
contracted-by		is contracted by	外包	承包	服务商
succeeds		succeeds	合并自	更名前
part-of		is part of	部件	附属设备
connects-to		is connected to	上下游	接入
sub-event-of		is part of event	子事项	分项
follows		follows up	复查	回访	跟进
duplicates		duplicates	重复工单	同一事项
resides-at		resides at	现住址	居住地址	家庭住址	住址	常住地址
registered-at		is registered at	户籍地址	户口所在地	户籍所在地
works-at		works at	单位地址	上班地点
stays-at		stays at	暂住地	周末住	第二住处
owns-home		owns the home at	房主	业主	产权人
rents		rents	租客	租住
looks-after		looks after	楼长	楼门长	包户干部	网格志愿者
employed-by		is employed by	工作单位	在哪上班	服务处所
member-of		is member of	所在党支部	加入组织
legal-representative-of		is legal representative of	法人	负责人
shareholder-of		holds a share in	股东	合伙人
studies-at		studies at	学校	幼儿园	在哪上学
retired-from		retired from	原工作单位	退休单位
signed-with-clinic		is signed with	家庭医生	签约机构
receives-care-from		receives care from	养老机构	服务机构	助老服务
volunteers-for		volunteers for	志愿队	志愿组织
delegate-of		acts for	经办人	授权人	单位联系人
supervised-by		is supervised by	矫正机构	管控单位
owned-by		is owned by	车主	主人	犬主
used-by		is used by	驾驶人	使用者
maintained-by		is maintained by	保养人	责任人	维修工
installed-for		is installed for	设备使用人
about		is about	涉及的人	服务对象
applied-by		was applied for by	申报人	诉求人	报名人
handled-by		is handled by	承办人	办理人	处置人
reported-by		was reported by	发现人	举报人	报告人
attended-by		is attended by	参会人	签到人
affects-person		affects	受灾人员	伤员	受害人
caused-by		was caused by	肇事人	当事责任人
at		takes place at	事发地点	办理地点	地址
affects-place		affects the place	影响区域	受灾范围	涉及小区
meets-at		meets at	集合点	上车点
handled-by-organisation		is handled by organisation	责任部门
co-handled-by		is co-handled by	配合单位
about-organisation		is about organisation	被检查单位	被投诉单位	受检单位
hosted-by		is hosted by	组织单位	举办单位	主办单位
caused-by-organisation		was caused by organisation	肇事单位	整改单位
about-thing		is about thing	报修设备	问题部件
uses-thing		uses	发放物资	使用设备
damages		damages	受损财物	损毁设施
manages		manages	管辖	属地单位
seated-at		is seated at	注册地址	住所地
operates-at		operates at	经营地址	办公地址	店铺地址
serves-place		serves	物业公司	服务小区
owns-property		owns the property at	房屋产权单位
located-at		is located at	安装位置	存放地点	设备位置
covers-place		covers	监控范围	供水范围	保护范围
owned-by-organisation		is owned by organisation	产权单位	所属单位
operated-by		is operated by	运营单位	使用方
maintained-by-organisation		is maintained by organisation	维护单位	养护单位	保养公司
inspected-by		is inspected by	检测机构	检验机构`

/** Classes inside the kinds: code, kind, name. */
export const subtypeNames = `elder	person	老年人
child	person	儿童
student	person	学生
tenant	person	流动人口
foreigner	person	境外人员
party-member	person	党员
veteran	person	退役军人
disabled-person	person	残疾人
pregnant-woman	person	孕产妇
job-seeker	person	求职人员
assistance-recipient	person	救助对象
volunteer	person	志愿者
official	person	工作人员
community-corrections	person	社区矫正对象
drug-rehab-person	person	戒毒人员
mental-patient	person	精神障碍患者
province	place	省
city	place	市
district	place	区县
subdistrict	place	街道乡镇
community	place	社区村
compound	place	小区
building	place	楼栋
unit	place	单元
door	place	门牌号
road	place	道路
grid	place	网格
park	place	公园绿地
square	place	广场
market	place	市场
parking	place	停车场
shelter	place	避难场所
waterlogging-point	place	积水点
river-section	place	河段
construction-site	place	工地
rental-house	place	出租房
public-toilet	place	公厕
charging-station	place	充电站
bus-stop	place	公交站
school-campus	place	校园
waste-point	place	垃圾分类点
service-point	place	服务站点
basement	place	地下空间
vacant-land	place	空地
request	event	诉求
booking	event	预约
work-order	event	热线工单
petition	event	信访
inspection	event	检查
hazard	event	隐患
patrol	event	巡查
incident	event	突发事件
evacuation	event	转移安置
dispute	event	矛盾纠纷
visit	event	走访
activity	event	活动
meeting	event	会议
notice	event	通知
relief	event	救助
vaccination	event	接种
checkup	event	体检
delivery	event	送餐送药
repair	event	维修
survey	event	调查
certificate	event	开具证明
enforcement	event	执法
vehicle	thing	机动车
e-bike	thing	电动自行车
elevator	thing	电梯
boiler	thing	锅炉
pressure-vessel	thing	压力容器
pipe	thing	管线
transformer	thing	变压器
pump	thing	水泵
charging-pile	thing	充电设施
manhole-cover	thing	井盖
lamp-post	thing	路灯
camera	thing	监控摄像机
access-gate	thing	门禁
fire-hydrant	thing	消火栓
fire-extinguisher	thing	灭火器
smoke-alarm	thing	报警探测器
gas-meter	thing	燃气表
waste-bin	thing	垃圾桶
street-tree	thing	行道树
sign-board	thing	广告牌
fitness-equipment	thing	健身器材
aed	thing	自动体外除颤仪
call-button	thing	呼叫器
emergency-supplies	thing	应急物资
pet	thing	犬只
drone	thing	无人机
authority	organisation	机关
public-institution	organisation	事业单位
enterprise	organisation	企业
self-employed-business	organisation	个体工商户
cooperative	organisation	合作社
social-organisation	organisation	社会组织
residents-committee	organisation	基层自治组织
property-company	organisation	物业公司
owners-committee	organisation	业委会
school	organisation	学校
kindergarten	organisation	幼儿园
nursery	organisation	托育机构
training-institution	organisation	校外培训机构
medical-institution	organisation	医疗机构
pharmacy	organisation	药店
elderly-care	organisation	养老机构
catering	organisation	餐饮
small-shop	organisation	小商店
small-hotel	organisation	小旅馆
small-entertainment	organisation	小歌舞娱乐
internet-bar	organisation	网吧
beauty-bath	organisation	美容洗浴
small-workshop	organisation	小生产加工
shopping-mall	organisation	商场
courier-station	organisation	快递网点
recycler	organisation	废品回收站
religious-venue	organisation	宗教活动场所`
