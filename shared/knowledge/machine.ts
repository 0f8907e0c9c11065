// Written by `npm run knowledge -- tables` from data/; change those.
import type { MachineTable } from './tables'

export const machine: MachineTable = {
  version: '1.2.0',
  attributes: {
    person: `name	姓名	name	p		record
formerName	曾用名	name	p		record
latinName	外文姓名	text:60	p
idNumber	身份证号	id-number	s		key record
docKind	证件类型	code:identity-document	p
docNumber	其他证件号码	text:30	s	1825	record
idCardUntil	身份证有效期至	date	p		record
birthCertNo	出生证明编号	text:20:^[A-Z][0-9]+$	s		key record
photo	证件照	photo	p	1825
sex	性别	code:sex	p		record derived:idNumber
birthDate	出生日期	date	p		record derived:idNumber
age	年龄	number:0..130:岁	p		derived:birthDate
nationality	民族	code:nationality	p		record
citizenship	国籍	text:30	p
nativePlace	籍贯	text:60	p
birthPlace	出生地	text:60	p
religion	宗教信仰	text:30	s
clergyReligion	教职所属宗教	code:religion	s	1825
deathDate	死亡日期	date	p		record
visaKind	签证种类	text:20	p	365	record
stayUntil	停留有效期至	date	p		record
mobile	手机号	mobile	p	730
landline	固定电话	phone	p	1825
email	电子邮箱	text:100:^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$	p
wechatNumber	微信号	text:40	p
language	常用语言	text:30	p
smartphone	会用智能手机	yes-no	p	730
emergencyContactName	紧急联系人	name	p	365
emergencyContactMobile	紧急联系人电话	mobile	p	365
emergencyRelation	紧急联系人关系	code:family-relation	p	730
maritalStatus	婚姻状况	code:marital-status	p	730
householdKind	户籍类型	code:household-kind	p	1095	record
ruralHousehold	农业户口	yes-no	p	1825
householdNumber	户号	text:20	p
householdType	户别	code:household-type	p	1825
headRelation	与户主关系	code:family-relation	p	1825
headName	户主姓名	name	p	1825
presence	人户状态	code:presence	p	180
familySize	家庭人口	number:1..50:人	p	365
childrenCount	子女数	number:0..20:人	p	1825
onlyChild	独生子女	yes-no	p
lostOnlyChild	计生特殊家庭	yes-no	s	1825
fatherName	父亲姓名	name	p
motherName	母亲姓名	name	p
guardianName	监护人姓名	name	p	1095
guardianMobile	监护人电话	mobile	p	730
livingAlone	独居	yes-no	p	365
leftBehind	留守	yes-no	p	365
livingWith	居住情况	code:living-with*	p	365
childPlight	困境儿童类型	code:child-plight*	s	365
arrivalDate	来本地日期	date	p
arrivalReason	来本地原因	code:moving-reason	p	1095
dwellingKind	居住处所	code:dwelling-kind	p	365
stayLength	拟居住时长	code:stay-length	p	180
residencePermit	居住证号	text:20	p		key record
permitUntil	居住证有效期至	date	p		record
leftDate	离开本地日期	date	p
awayPlace	外出地点	text:60	p	365
overseasTie	侨务身份	code:overseas-tie*	p	1825
education	学历	code:education	p	1825
degree	学位	code:degree	p	1825
graduateSchool	毕业院校	text:60	p
major	所学专业	text:40	p
studentNumber	学籍号	text:20:^[A-Z][0-9X]+$	s		key record
grade	年级	code:grade	p	365
className	班级	text:20	p	365
enrolledOn	入学日期	date	p
schooling	在学状态	code:schooling	p	180
boarding	住校	yes-no	p	365
pickupName	接送人	name	p	365
migrantChild	随迁子女	yes-no	p	365
specialSchooling	特教安置方式	code:special-schooling	s	365
studentHardship	学生困难等级	code:student-hardship	s	365	record
occupation	职业	code:occupation	p	730
employmentStatus	就业状况	code:employment-status	p	365
personalStatus	个人身份	code:personal-status	p	730
employerName	工作单位	text:100	p	730
jobTitle	职务	text:40	p	730
workStartedOn	参加工作时间	month	p
professionalTitle	职称	code:professional-title	p	1825
skillLevel	职业技能等级	code:skill-level	p	1825	record
healthCertUntil	健康证有效期至	date	s		record
newEmployment	新就业形态	code:new-employment	p	365
staffType	人员类别	code:staff-type	i	1095
staffNumber	工号	text:20	i
enforcementCert	执法证号	text:30	i		key record
unemployedSince	失业日期	date	p
jobDifficulty	就业困难类型	code:job-difficulty*	s	365
jobIntent	求职意向	text:60	p	180
trainingWish	培训意愿	text:60	p	365
pensionKind	养老保险类型	code:pension-insurance	p	365	record
retiredOn	退休日期	date	p
monthlyPension	月养老金	money	s	365
pensionCheckedOn	待遇资格认证日期	date	p	365	record
socialCard	社会保障卡号	text:20	s		key record
monthlyIncome	月收入	money	s	365
bankName	开户银行	text:60	s	1825
bankAccount	银行账号	text:30:^[0-9]+$	s	1825
politicalStatus	政治面貌	code:political-status	p	1825
partyJoinedOn	入党日期	date	p
partyFullOn	转正日期	date	p
partyPost	党内职务	text:30	i	1095
partyFeePaidTo	党费缴至	month	i	90
partyFlowing	流动党员	yes-no	i	365
partyPledge	认领岗位	text:60	i	365
veteran	退役军人	yes-no	p
enlistedOn	入伍日期	date	p
dischargedOn	退役日期	date	p
resettlement	退役安置方式	code:resettlement	p
serviceUnit	原服役部队	text:60	p
preferential	优抚对象类型	code:preferential*	s	1095	record
preferentialCert	优待证号	text:30	p		key record
woundLevel	残疾军人等级	number:1..10:级	s		record
honourPlate	悬挂光荣牌	yes-no	i	1095
militaryFamily	现役军人家属	yes-no	p	365
conscription	兵役登记状态	code:conscription	p	1825	record
healthStatus	健康状况	code:health-status	s	365
healthRecordNo	健康档案编号	text:17:^[0-9]+$	s		key record
bloodType	血型	code:blood-type	s
rhFactor	RH血型	code:rh-factor	s
chronicDiseases	慢性病	code:chronic-disease*	s	365
seriousIllness	重大疾病	text:60	s	365
drugAllergies	药物过敏	code:drug-allergy*	s	1825
allergies	过敏说明	text:200	s
exposure	暴露史	code:exposure*	s	1825
surgeries	手术史	text:200	s	1825
familyHistory	家族史	code:family-history*	s	1825
medicalInsuranceKind	医保类型	code:medical-insurance	p	365	record
medicalPaidYear	医保缴费年度	number:2000..2100:年	p	365
longTermMedication	长期服药	yes-no	s	365
medicines	主要用药	text:200	s	180
adherence	服药依从性	code:adherence	s	180
smoking	吸烟状况	code:smoking	s	365
drinking	饮酒频率	code:drinking	s	365
exercise	锻炼频率	code:exercise	s	365
diet	饮食习惯	code:diet*	s	365
examinedOn	最近体检日期	date	s	365
heightCm	身高	number:30..250:厘米:1	s	1825
weightKg	体重	number:1..400:公斤:1	s	180
waistCm	腰围	number:20..250:厘米:1	s	365
temperature	体温	number:30..45:摄氏度:1	s	1
pulse	脉率	number:20..250:次/分	s	180
systolic	收缩压	number:40..300:mmHg	s	90
diastolic	舒张压	number:20..200:mmHg	s	90
fastingGlucose	空腹血糖	number:0.5..50:mmol/L:1	s	90
cholesterol	总胆固醇	number:0.5..30:mmol/L:2	s	365
triglyceride	甘油三酯	number:0.1..60:mmol/L:2	s	365
leftVision	左眼视力	number:0..5.3:分:1	s	365
rightVision	右眼视力	number:0..5.3:分:1	s	365
hearing	听力	code:hearing	s	365
womenScreenedOn	两癌筛查日期	date	s	1095
vaccines	已接种疫苗	code:vaccine*	s	365
vaccinatedOn	最近接种日期	date	s	365
vaccinationCert	预防接种证号	text:30	s		key record
vaccineContra	接种禁忌	text:100	s	365
pregnant	孕期	yes-no	s	60
lastMenses	末次月经	date	s	300
gestWeeks	孕周	number:1..45:周	s	7
dueDate	预产期	date	s	300
gravidity	孕次	number:0..30:次	s	365
parity	产次	number:0..20:次	s	365
pregnancyRisk	妊娠风险等级	code:pregnancy-risk	s	60
deliveredOn	分娩日期	date	s
deliveryMode	分娩方式	code:delivery-mode	s
birthWeight	出生体重	number:200..8000:克	s
birthWeeks	出生孕周	number:20..45:周	s
birthOrder	出生孩次	number:1..20:孩	p
feeding	喂养方式	code:feeding	s	60
hearingScreen	新生儿听力筛查	code:hearing-screening	s
childcare	婴幼儿照护方式	code:childcare	p	180
mobilityLevel	自理能力	code:self-care	s	365
abilityLevel	能力等级	code:ability-level	s	365	record
assessedOn	能力评估日期	date	s	365
cognitiveScreen	认知粗筛	code:screening	s	365
moodScreen	情感粗筛	code:screening	s	365
falls	近一年跌倒次数	number:0..100:次	s	180
devices	使用的辅具	code:device*	s	365
medicalCare	特殊医疗照护	code:medical-care*	s	90
ltcLevel	长护险失能等级	code:ltc-level	s	730	record
careMode	养老方式	code:care-mode	p	365
careServices	养老服务需求	code:care-service*	p	180
elderAllowance	享受高龄津贴	yes-no	p	365	record
careSubsidy	享受养老补贴	yes-no	s	365	record
visitFrequency	探访频次	code:visit-frequency	i	365
incomeSources	经济来源	code:income-source*	s	730
adaptation	适老化改造	code:adaptation	p	730
disabilityKind	残疾类别	code:disability-kind*	s		record
disabilityLevel	残疾等级	code:disability-level	s		record
disabilityCert	残疾人证号	text:24:^[0-9]+[0-9XB]+$	s		key record
disabilityCause	致残原因	code:disability-cause	s
rehabNeeds	康复需求	code:rehab-need*	s	365
disabledLiving	困难残疾人补贴	yes-no	s	365	record
disabledNursing	重度残疾人补贴	yes-no	s	365	record
subsistenceAllowance	享受低保	yes-no	p	365	record
specialHardship	特困供养	yes-no	p	365	record
supportMode	供养方式	code:support-mode	s	365
hardshipKinds	其他困难类型	code:hardship-kind*	s	365	record
allowanceMonthly	月保障金额	money	s	365
povertyCauses	致困原因	code:poverty-cause*	s	365
familyIncome	家庭年收入	money	s	365
perCapitaIncome	家庭月人均收入	money	s	365
medicalCost	自付医疗费	money	s	365
tempAidOn	临时救助日期	date	s	365	record
helpNeeds	帮扶需求	code:help-need*	s	180
visitedOn	最近走访日期	date	i	90
honours	荣誉称号	text:200	o
housingDifficulty	住房困难类型	code:housing-difficulty	s	365
housingPerCapita	人均住房面积	number:0..1000:平方米:2	p	730
housingSupport	住房保障方式	code:housing-support	p	365
correctionKind	社区矫正类别	code:correction-kind	s
correctionTerm	矫正期限	date-range	s
correctionLevel	矫正管理等级	code:correction-level	s	90	record
offence	罪名	text:60	s
releasedOn	刑满释放日期	date	s
drugRehab	戒毒方式	code:drug-rehab	s	180
drugRehabTerm	戒毒期限	date-range	s
mentalDisorder	精神障碍诊断	code:mental-disorder	s
mentalRisk	精神障碍风险等级	code:mental-risk	s	90	record
volunteer	登记为志愿者	yes-no	i	730	record
volunteerNo	志愿者编号	text:30	i		key record
volunteerHours	志愿服务时长	number:0..100000:小时:1	i	180
volunteerFields	志愿服务方向	code:volunteer-field*	i	730
volunteerTime	可服务时间	code:service-time*	i	365
skills	可提供技能	code:skill*	i	1095
specialties	兴趣特长	text:100	i	1825
communityRoles	社区任职	code:community-role*	o	730
specialNeeds	特殊需求	code:special-need*	s	180
evacuationHelp	转移方式	code:evacuation-help	s	180
threats	受威胁类型	code:threat*	p	365
evacuationGuide	转移责任人	name	i	180
evacuationMobile	转移责任人电话	mobile	i	180`,
    place: `name	地名	text:60	o
alias	别名	text:100	o
officialCode	区划代码	text:12:^\\d{2}\\d*$	o		record
urbanRural	城乡分类	code:urban-rural	o	1825
addressCode	地址编码	text:40:^[A-Za-z0-9-]+$	o		key record
gridCode	网格编码	text:40:^[A-Za-z0-9-]+$	o	1825	key record
toponymClass	地名分类	code:toponym-class	o
doorPlate	门牌号码	text:30	o	1825
doorPlateKind	门牌类型	code:door-plate-kind	o	1825
postcode	邮政编码	text:6:^[0-9]{6}$	o
position	坐标	point	o
locationNote	位置说明	text:120	o	1825
boundary	四至范围	text:300	o	1825
landArea	占地面积	number:0..10000000000000:平方米:2	o	1825
status	使用状态	code:place-status	o	365
photo	实景照片	photo*	o	365
households	户数	number:0..1000000:户	i	365
residents	常住人口	number:0..100000000:人	i	365
registeredPopulation	户籍人口	number:0..100000000:人	i	365
floatingPopulation	流动人口数	number:0..100000000:人	i	180
elders60	六十岁以上人数	number:0..100000000:人	i	365
elders80	八十岁以上人数	number:0..10000000:人	i	365
aloneElders	独居老人数	number:0..1000000:人	i	180
children	未成年人数	number:0..100000000:人	i	365
disabledPeople	残疾人数	number:0..10000000:人	i	365
reliefHouseholds	低保户数	number:0..1000000:户	i	90
partyMembers	党员数	number:0..10000000:人	i	365
shops	商户数	number:0..1000000:个	o	180
organisations	单位数	number:0..1000000:个	o	365
grids	网格数	number:0..100000:个	o	365
compounds	小区数	number:0..100000:个	o	365
compoundKind	小区类型	code:compound-kind	o	1825
builtYear	建成年份	number:1800..2100:年	o
buildings	楼栋数	number:0..100000:栋	o	1825
entrances	单元数	number:0..10000:个	o	1825
dwellings	住宅套数	number:0..1000000:套	o	1825
rentedDwellings	出租套数	number:0..1000000:套	i	180
vacantDwellings	空置套数	number:0..1000000:套	i	180
propertyMode	物业管理方式	code:property-mode	o	365
propertyFee	物业费标准	number:0..100:元/平方米·月:2	o	730
contractUntil	物业合同到期日	date	o
maintenanceFund	维修资金余额	money	i	365
parkingSpaces	停车位数	number:0..1000000:个	o	1825
carChargers	汽车充电桩数	number:0..100000:个	o	365
bikeChargers	电动车充电口数	number:0..100000:个	o	365
lifts	电梯数	number:0..10000:台	o	730
gated	封闭管理	yes-no	o	1825
accessControl	门禁方式	code:access-control	o	1095
renovation	改造状态	code:renovation	o	365
drainage	排水体制	code:drainage	o	1825
tankCleanedOn	水箱清洗日期	date	o
wastePoints	垃圾分类点数	number:0..10000:个	o	365
wasteMode	垃圾投放方式	code:waste-mode	o	365
floors	层数	number:1..200:层	o
basements	地下层数	number:0..20:层	o
heightMetres	建筑高度	number:0..1000:米:1	o
structure	建筑结构	code:building-structure	o
exteriorWall	外墙饰面	code:exterior-wall	o	1825
fireResistance	耐火等级	code:fire-resistance	o		record
safetyGrade	房屋安全等级	code:building-safety	i	1825	record
assessedOn	房屋鉴定日期	date	i		record
hasLift	有电梯	yes-no	o	1825
liftProgress	加装电梯进展	code:lift-progress	o	180
accessibility	无障碍设施	code:accessibility*	o	730
use	房屋用途	code:house-use	o	1825
heritage	保护类别	code:heritage	o
illegalBuilding	违建类型	code:illegal-building*	i	180	record
wallRemoved	破坏承重结构	yes-no	i	730
stairsBlocked	楼道堆物	yes-no	i	60
fireEquipment	楼内消防设施	code:fire-equipment*	i	365
fireLaneBlocked	消防车通道堵塞	yes-no	i	60
fireLaneWidth	消防车通道净宽	number:0..50:米:1	i	730
areaSquareMetres	建筑面积	number:1..10000000:平方米:2	i
innerArea	套内面积	number:1..100000:平方米:2	i
layout	户型	text:20	i	1825
housingKind	住房类型	code:housing-kind	i	1825
ownership	房屋产别	code:house-ownership	i	1825
titleNumber	不动产权证号	text:60	p		key record
ownerName	房主姓名	text:60	p	730
ownerPhone	房主电话	phone	p	730
occupancy	居住状态	code:occupancy	i	180
tenure	住房性质	code:tenure	p	730
heating	供暖方式	code:heating	i	1825
gasSupply	用气方式	code:gas-supply	i	1825
gasInspectedOn	燃气安检日期	date	i
gasAlarm	家用燃气报警器	yes-no	i	730
smokeAlarm	室内烟感	yes-no	i	730
gasAccount	燃气户号	text:20:^[0-9A-Za-z-]+$	p	1825
waterAccount	用水户号	text:20:^[0-9A-Za-z-]+$	p	1825
powerAccount	用电户号	text:20:^[0-9A-Za-z-]+$	p	1825
dogs	养犬数	number:0..50:只	p	365
homeBusiness	住改商	yes-no	i	180
rentalNumber	出租备案号	text:40	i	1825	key record
rentalMode	出租方式	code:rental-mode	i	180
rentedRooms	出租间数	number:0..1000:间	i	180
tenants	承租人数	number:0..1000:人	i	90
groupRental	群租	yes-no	i	90
rentalRisk	出租房分级	code:rental-risk	i	180
wardenName	责任人姓名	name	i	365
wardenPhone	责任人电话	phone	i	365
openingHours	开放时间	time-range	o	365
capacity	可容纳人数	number:0..1000000:人	o	1825
serviceFacilities	便民设施	code:service-facility*	o	365
fitnessItems	健身器材数	number:0..10000:件	o	365
aed	配有自动除颤器	yes-no	o	365
nursingRoom	母婴室	yes-no	o	730
toiletGrade	公厕类别	code:toilet-grade	o	1825
toiletStalls	厕位数	number:0..500:个	o	1825
stalls	摊位数	number:0..100000:个	o	730
busLines	公交线路	text:200	o	365
shelterClass	避难场所类型	code:shelter-class	o	1825	record
shelterArea	有效避难面积	number:0..10000000:平方米:2	o	1825
shelterCapacity	可安置人数	number:0..1000000:人	o	1825
shelterFacilities	避难设施	code:shelter-facility*	o	730
threats	受灾风险类型	code:threat*	i	365
floodRisk	内涝风险等级	code:flood-risk	o	365	record
floodDepth	最大积水深度	number:0..1000:厘米	o
floodedOn	最近积水日期	date	o
floodCauses	积水原因	code:flood-cause*	o	730
warningLevel	警戒水位	number:-20..9000:米:2	o	1825
peopleToMove	需转移人数	number:0..1000000:人	i	180
roadClass	道路等级	code:road-class	o		record
lengthMetres	长度	number:0..1000000:米:1	o
widthMetres	宽度	number:0..1000:米:1	o
paving	路面材质	code:paving	o	1825
sweepGrade	保洁等级	code:sweep-grade	o	1095
permitNumber	施工许可证号	text:60	o		key record
siteStage	施工阶段	code:site-stage	o	60
siteWorkers	在场工人数	number:0..100000:人	i	60
finishOn	计划竣工日期	date	o	180`,
    event: `title	事项	text:60	i
number	事件编号	text:40	i		key record
eventClass	事件分类	code:event-class	i
detail	事情经过	text:2000	p
occurredAt	发生时间	datetime	i
reportedAt	登记时间	datetime	i
startsAt	开始时间	datetime	o
endsAt	结束时间	datetime	o
position	事发坐标	point	i
placeNote	位置说明	text:100	i
photos	现场照片	photo*	i
attachments	附件材料	file*	p
source	事件来源	code:event-source	i
urgency	紧急程度	code:urgency	i
note	备注	text:500	p
confidential	要求保密	yes-no	i
peopleInvolved	涉及人数	number:0..1000000:人	i
amount	涉及金额	money	p
preferredDate	希望日期	date	i
preferredPeriod	希望时段	code:day-period	i
appointedAt	约定时间	datetime	i
transportNeeded	需要接送	yes-no	i
homeVisitNeeded	需要上门	yes-no	i
companions	陪同人数	number:0..20:人	i
contactPreference	联系方式偏好	code:contact-way	i
callerPhone	来电号码	phone	p
agreed	本人同意参加	yes-no	i
signature	本人签名	signature	p
proxy	代办	yes-no	i
proxyRelation	代办人关系	code:family-relation	p
service	办理事项	text:100	i
purpose	证明用途	text:100	p
copies	份数	number:1..1000:份	i
receiveWay	领取方式	code:receive-way	i
materialsComplete	材料齐全	yes-no	i
status	办理状态	code:event-status	i	30
dueOn	办结时限	date	i
finishedOn	办结日期	date	i
outcome	处理结果	code:outcome	i
answer	办理情况	text:2000	p
refusal	不予办理原因	text:300	p
opinion	审批意见	text:500	i
approvedOn	审批日期	date	i
documentNumber	文书编号	text:40	i
riskLevel	风险等级	code:risk-level	i	180
requestKind	诉求类型	code:request-kind	i
topic	诉求领域	code:topic	i
repeated	重复反映	yes-no	i
contactedAt	首次联系时间	datetime	i
escalated	已督办	yes-no	i
revisitedOn	回访日期	date	i
satisfaction	满意度	code:satisfaction	i
acknowledged	诉求人认可解决	yes-no	i
demand	当事人要求	text:500	p
disputeKind	纠纷类型	code:dispute-kind	i
mediationResult	调解结果	code:mediation-result	p
agreement	协议内容	text:1000	p
performance	履行情况	code:performance	p	90
inspectionKind	检查类型	code:inspection-kind	i
matters	检查内容	code:safety-matter*	i
verdict	检查结论	code:check-verdict	i
hazardCount	隐患数量	number:0..10000:处	i
hazardKind	隐患类型	code:safety-matter*	i
hazardLevel	隐患等级	code:hazard-level	i
remedy	整改措施	text:500	i
remedyBy	整改期限	date	i
rectified	整改情况	code:rectification	i	30
rectifiedOn	整改完成日期	date	i
rectifiedPhotos	整改后照片	photo*	i
recheckedOn	复查日期	date	i
recheckPassed	复查合格	yes-no	i
measures	处置措施	code:measure*	i
fine	罚款金额	money	i
incidentKind	突发事件类别	code:incident-kind	i
eventLevel	事件等级	code:event-level	i
accidentKind	事故类型	code:accident-kind	i
disasterKind	灾害种类	code:disaster-kind	i
warningColour	预警颜色	code:warning-colour	o
responseLevel	响应级别	code:response-level	o
cause	事故原因	text:300	i
deaths	死亡人数	number:0..1000000:人	i
injured	受伤人数	number:0..1000000:人	i
missing	失踪人数	number:0..1000000:人	i
trapped	被困人数	number:0..1000000:人	i	1
affectedPeople	受灾人口	number:0..100000000:人	i
relocated	紧急转移人数	number:0..100000000:人	i
housesCollapsed	倒塌房屋间数	number:0..10000000:间	i
loss	直接经济损失	money	i
waterDepth	水深	number:0..1000:厘米	o
households	影响户数	number:0..10000000:户	o
outage	停供类型	code:outage-kind*	o
settleMode	安置方式	code:settle-mode	p
transport	交通工具	code:transport	i
returnedAt	返回时间	datetime	p
refused	拒绝转移	yes-no	p
visitWay	走访方式	code:visit-way	i
visitPurposes	走访目的	code:visit-purpose*	i
metInPerson	见到本人	yes-no	i
findings	走访情况	text:1000	p
needs	提出的需求	code:help-need*	s	180
nextVisit	下次走访日期	date	i
activityKind	活动类型	code:activity-kind	o
audience	参加对象	text:100	o
quota	名额	number:1..1000000:人	o
registerBy	报名截止	datetime	o
fee	每人费用	money	o
attendance	实到人数	number:0..1000000:人	i
meetingKind	会议类型	code:meeting-kind	i
agenda	议题	text:500	i
resolution	会议决议	text:1000	i
noticeWays	告知方式	code:notice-way*	o
publicity	公示期	date-range	o
reliefKind	救助类型	code:relief-kind	s
reason	申请事由	text:500	s
verified	核查结论	code:verification	s
amountGranted	批准金额	money	s
grantPeriod	享受期限	date-range	s
paidOn	发放日期	date	s
payWay	发放方式	code:pay-way	s
vaccine	疫苗名称	code:vaccine	s
dose	剂次	number:1..10:剂	s
batch	疫苗批号	text:30	i
reaction	接种反应	text:200	s
nextDose	下次接种日期	date	s
checkupKind	体检类型	code:checkup-kind	p
fasting	空腹要求	yes-no	o
abnormal	体检异常情况	text:500	s
deliverKind	配送内容	code:deliver-kind	p
meals	餐次	code:meal-kind*	p	365
deliveredAt	送达时间	datetime	p
repairKind	报修类型	code:repair-kind	i
repairCost	维修费用	money	i`,
    thing: `name	物品名称	text:60	i
category	物品类别	code:thing-category	i
plate	车牌号	plate	p		key record
serialNumber	编号	text:40	i
componentCode	部件标识码	text:16:^\\d{16}$	i		key record
componentClass	部件分类	code:component-class	i
assetNumber	资产编号	text:30	i
tagCode	标识牌编号	text:60	o
brand	品牌	text:30	i
model	规格型号	text:60	i
manufacturer	制造单位	text:100	i
madeOn	生产日期	date	i
acquiredOn	购置日期	date	i
installedOn	安装日期	date	i
price	购置价格	money	i
sourceKind	来源方式	code:source-kind	i
photo	物品照片	photo*	i	1095
position	位置坐标	point	i	1825
positionNote	位置描述	text:100	i	1095
size	外形尺寸	text:40	i
height	高度	number:0..200:米:2	i	1825
colour	颜色	text:20	i	1825
material	材质	code:material	i
powerSupply	供电方式	code:power-supply	i	1825
ratedPower	额定功率	number:0..100000:千瓦:2	i
networked	已联网	yes-no	i	365
openHours	可取用时间	time-range	o	730
condition	设备状态	code:thing-condition	i	180
faults	故障情况	text:300	i	90
inspectedOn	检查日期	date	i	365	record
nextInspection	下次检验日期	date	i	365	record
inspectResult	检验结论	code:inspection-conclusion	i	730
maintainedOn	上次维保日期	date	i	180
maintainCycle	维保周期	number:1..3650:天	i	1095
emergencyPhone	报修电话	phone	o	365
lifespan	设计使用年限	number:1..100:年	i
retireBy	报废期限	date	i
insuranceKinds	投保险种	code:insurance-kind*	p	365
insuredUntil	保险到期日	date	p	365
registeredOn	登记日期	date	i		record
permitNumber	许可证号	text:40	i		record
permitUntil	许可到期日	date	i	365	record
specialKind	特种设备类别	code:special-equipment	i
equipmentCode	设备代码	text:20:^[0-9A-Z]+$	i		key record
useCertNumber	使用登记证号	text:30	i		key record
liftKind	电梯品种	code:lift-kind	i
rescueCode	救援识别码	text:20:^[0-9A-Z-]+$	o		key record
ratedLoad	额定载重	number:0..100000:公斤	i
liftStops	层站门数	text:12:^\\d+(/\\d+)?(/\\d+)?$	i
retrofitLift	加装电梯	yes-no	i
ratedOutput	额定出力	number:0..3000:吨每小时:2	i
boilerFuel	锅炉燃料	code:boiler-fuel	i	1825
ratedPressure	额定压力	number:0..100:兆帕:2	i
medium	工作介质	text:30	i	1825
volume	容积	number:0..1000000:升:1	i
safetyValveOn	安全阀校验日期	date	i	365
pipeKind	管线种类	code:pipe-kind	i
diameter	口径	number:1..5000:毫米	i
burialDepth	埋深	number:0..100:米:2	i
ratedCapacity	额定容量	number:0..1000000:千伏安:1	i
voltage	电压等级	number:0..1000000:伏	i
flow	额定流量	number:0..100000:立方米每小时:1	i
pumpHead	扬程	number:0..1000:米:1	i
plateKind	号牌种类	code:plate-kind	p
vehicleKind	机动车类型	code:vehicle-kind	p
vin	车辆识别代号	text:17:^[A-HJ-NPR-Z0-9]{17}$	p		key record
engineNumber	发动机号	text:30	p
seats	核定载客人数	number:1..100:人	i
vehicleUse	使用性质	code:vehicle-use	p	1825
fuel	燃料种类	code:fuel	p
parkingSpace	车位号	text:20	p	365
ebikePlate	电动车号牌	text:15	p		key record
ebikeKind	电动车类型	code:ebike-kind	p
frameNumber	整车编码	text:20	p		key record
ccc	有3C认证	yes-no	i
batteryKind	电池类型	code:battery-kind	i	730
chargingWay	充电方式	code:charging-way	p	365
modified	有改装	yes-no	p	365
chargerKind	充电设施类型	code:charger-kind	o	1825
ports	充电口数	number:1..1000:个	o	1095
coverKind	井盖类型	code:cover-kind	o
coverShape	井盖形状	code:cover-shape	o
loadClass	承载等级	code:load-class	o
roadSurface	所处路面	code:road-surface	o
safetyNet	有防坠网	yes-no	i	365
coverDefects	井盖病害	code:cover-defect*	i	90
lampKind	光源类型	code:lamp-kind	o	1825
cameraKind	摄像机类型	code:camera-kind	i
cameraCode	视频国标编码	text:20:^\\d{20}$	i		key record
keepDays	录像保存天数	number:0..3650:天	i	365
collectsFaces	采集人脸	yes-no	i	365
doorOpening	开门方式	code:door-opening*	i	730
hydrantKind	消火栓类型	code:hydrant-kind	o
waterPressure	出水压力	number:0..5:兆帕:2	i	365
extinguisherKind	灭火器类型	code:extinguisher-kind	i
gauge	压力表状态	code:gauge-state	i	30
detectorKind	探测类型	code:detector-kind	i
gasMeterKind	燃气表类型	code:gas-meter-kind	i
reading	表读数	number:0..99999999:立方米:2	p	60
wasteKind	垃圾类别	code:waste-kind	o
species	树种	text:30	o
trunk	胸径	number:0..1000:厘米:1	o	1825
treeGrade	古树名木等级	code:tree-grade	o		record
treeVigour	生长势	code:tree-vigour	o	365
leaning	倾斜危险	yes-no	i	180
signKind	广告招牌类型	code:sign-kind	o
petKind	动物种类	code:pet-kind	p
breed	犬种	text:30	p
petSex	动物性别	code:animal-sex	p
petBirth	宠物出生日期	date	p
rabiesOn	狂犬免疫日期	date	p	365
immunityCert	免疫证号	text:30	p	365	record
dogLicence	犬证号	text:30	p		key record
chip	芯片号	text:15:^\\d{15}$	p		key record
dangerousDog	烈性犬	yes-no	i
droneRegistration	无人机登记号	text:20:^[0-9A-Z]+$	p		key record
droneClass	无人机类型	code:drone-class	i
callTarget	呼叫对象	code:call-target	p	365
supplyKind	物资类别	code:supply-kind	i
quantity	数量	number:0..1000000	i	180
unit	计量单位	text:10	i
minStock	最低库存	number:0..1000000	i	1095
expiresOn	有效期至	date	i`,
    organisation: `name	单位名称	text:100	o		record
signboardName	门头招牌	text:60	o	730
uscc	统一社会信用代码	uscc	o		key record
kind	单位类型	code:organisation-kind	o
organisationType	组织机构类型	code:organisation-type	o		record
economicType	登记注册类型	code:economic-type	o	1825	record
industry	行业门类	code:industry	o	1825
mainBusiness	主营业务	text:60	o	730
businessScope	经营范围	text:1000	o	1825
businessStatus	经营状态	code:business-status	o	180
establishedOn	成立日期	date	o		record
licenceUntil	证照有效期至	date	o		record
registrar	登记机关	text:60	o		record
registeredCapital	注册资本	money	o	1825	record
registeredAddress	证照地址	text:120	o	1825	record
addressMatches	证址相符	yes-no	i	365
licencePhoto	证照照片	photo*	i	1825
licenceDisplayed	亮证经营	yes-no	i	180
size	单位规模	code:organisation-size	o	365
abnormal	经营异常	yes-no	o	180
legalRepresentative	法定代表人	name	i	730	record
manager	实际负责人	name	p	730
contactMobile	单位联系电话	mobile	p	730
liaisonName	联络员	name	p	730
liaisonMobile	联络员电话	mobile	p	730
landline	固定电话	phone	o	1825
dutyPhone	值班电话	phone	i	730
email	电子邮箱	text:100:^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$	i	1825
openingHours	营业时间	time-range	o	365
frontPhoto	门面照片	photo*	o	1825
employees	从业人数	number:0..1000000:人	i	365
migrantEmployees	外来务工人数	number:0..1000000:人	i	365
disabledEmployees	安置残疾人数	number:0..100000:人	i	365
lodgers	住宿人数	number:0..100000:人	i	180
securityGuards	保安人数	number:0..10000:人	i	365
businessArea	经营面积	number:0..10000000:平方米:2	i	730
premisesRight	场所来源	code:premises-right	i	730
premisesPosition	场所部位	code:premises-position	o	1825
capacity	核定人数	number:0..1000000:人	o	1825
mixedUse	三合一场所	yes-no	i	180
frontDuty	门前三包责任书	yes-no	i	365
outdoorTrading	店外经营	yes-no	i	90
fireKeyUnit	消防重点单位	yes-no	o	730
smallPlaceKind	九小场所类别	code:small-place-kind	o	1825
fireApproval	消防手续	code:fire-approval	i	1825
fireManager	消防管理人	name	i	365
extinguishers	灭火器数	number:0..100000:具	i	180
expiredExtinguishers	失效灭火器数	number:0..100000:具	i	180
fireEquipment	消防设施	code:fire-equipment*	i	365
smokeAlarms	独立烟感数	number:0..100000:个	i	365
exits	安全出口数	number:0..1000:个	i	365
exitsLocked	出口上锁堵塞	yes-no	i	90
corridorBlocked	疏散通道堵塞	yes-no	i	90
emergencyLights	应急照明完好	yes-no	i	180
exitSigns	疏散指示完好	yes-no	i	180
windowBars	逃生窗受阻	yes-no	i	180
combustibles	易燃装修	yes-no	i	730
badWiring	电线私拉乱接	yes-no	i	90
indoorCharging	电动车入室	yes-no	i	90
gasUse	单位用气方式	code:gas-supply	i	365
gasCylinders	气瓶数量	number:0..10000:只	i	90
gasAlarm	燃气报警装置	yes-no	i	180
gasHoseOk	燃气软管合格	yes-no	i	180
flueCleanedOn	烟道清洗日期	date	i
miniFireStation	微型消防站人数	number:0..1000:人	i	365
sectorLicence	行业许可证号	text:40	o	1825	record
sectorLicenceUntil	行业许可有效期	date	o		record
foodLicence	食品许可证号	text:40:^[A-Z0-9]+$	o	1825	key record
foodLicenceUntil	食品许可有效期	date	o		record
foodBusiness	食品经营业态	code:food-business	o	1825
foodGrade	餐饮量化等级	code:food-grade	o	365	record
healthCertCount	持健康证人数	number:0..100000:人	i	180
openKitchen	明厨亮灶	yes-no	o	365
kitchenWaste	餐厨垃圾收运	yes-no	i	365
fumePurifier	油烟净化装置	yes-no	i	180
hygieneLicence	卫生许可证号	text:60	o	1825	key record
hygieneGrade	卫生信誉度等级	code:hygiene-grade	o	730	record
pestControl	病媒生物防制	yes-no	i	365
isolationRoom	隔离观察室	yes-no	i	365
safetyOfficer	安全管理员	name	i	365
safetyLevel	安全标准化等级	code:safety-level	o	1095	record
riskLevel	安全风险等级	code:risk-level	i	365	record
hazards	重点危险因素	code:hazard-kind*	i	365
chemicals	危化品名称数量	text:200	i	180
specialWork	特殊作业类型	code:special-work*	i	365
certifiedWorkers	特种作业持证数	number:0..100000:人	i	365
healthHazards	职业病危害因素	code:health-hazard*	i	1095
dischargePermit	排污管理类别	code:discharge-permit	o	1825
contractsSigned	签劳动合同人数	number:0..1000000:人	i	365
insuredEmployees	参保人数	number:0..1000000:人	i	365
wageArrears	拖欠工资金额	money	i	90
vacancies	招聘岗位	text:300	o	60
partyUnit	党组织类型	code:party-unit	o	730
partyMembers	党员人数	number:0..100000:人	i	365
partySecretary	党组织书记	name	i	730
massGroups	群团组织	code:mass-group*	o	730
projectsManaged	在管项目数	number:0..10000:个	o	365
managedArea	在管面积	number:0..1000000000:平方米	o	365
feeMode	物业计费方式	code:fee-mode	o	1095
committeeTerm	届次	number:1..50:届	o	1825
termUntil	任期届满日	date	o
committeeMembers	委员人数	number:0..1000:人	o	1095
publicRevenue	公共收益年收入	money	o	365
accountsShownOn	账目公示日期	date	o
schoolLevel	办学类型	code:school-level	o
schoolNature	办学性质	code:school-nature	o	1825
classes	班级数	number:0..1000:个	o	180
students	在校学生数	number:0..200000:人	o	180
canteenMode	食堂经营方式	code:canteen-mode	o	365
panicButton	一键报警	yes-no	i	365
medicalKind	医疗机构类别	code:medical-kind	o	1825
medicalLevel	医疗机构等级	code:medical-level	o	1825	record
beds	床位数	number:0..100000:张	o	365
doctors	执业医师数	number:0..100000:人	o	365
insuranceAccepted	医保定点	yes-no	o	365
careGrade	养老机构等级	code:care-grade	o	1095	record
nursingBeds	护理型床位数	number:0..100000:张	o	365
residentsInCare	入住老人数	number:0..100000:人	i	90
disabledInCare	失能入住人数	number:0..100000:人	i	90
caregivers	养老护理员数	number:0..100000:人	o	365
careMedical	医养结合方式	code:care-medical	o	1095
socialKind	社会组织类型	code:social-kind	o		record
memberCount	会员人数	number:0..1000000:个	o	365
assessment	评估等级	code:assessment	o	1825	record
annualCheck	年检结论	code:annual-check	o	365
revenueBand	年营业收入	code:revenue-band	i	365
taxBand	年纳税额	code:tax-band	i	365
taxCredit	纳税信用级别	code:tax-credit	o	365	record
emergencyPlan	应急预案	yes-no	i	365
drilledOn	应急演练日期	date	i`,
    parent: `kind	亲子关系	code:parent-kind	p
custody	直接抚养	yes-no	p	365`,
    spouse: `marriedOn	结婚登记日期	date	p`,
    guardian: `basis	监护依据	code:guardian-basis	p	1095
relation	与被监护人关系	code:family-relation	p
proof	监护证明	file	p`,
    carer: `frequency	照护频次	code:care-frequency	p	365
relation	与被照护人关系	code:family-relation	p
paid	有偿照护	yes-no	p	365`,
    'emergency-contact': `priority	联系顺序	number:1..9	p	365`,
    neighbour: `hasKey	代存备用钥匙	yes-no	p	365
help	结对内容	text:200	p	365`,
    housemate: `relation	同住人关系	code:family-relation	p	1095`,
    'resides-at': `as	居住身份	code:living-as	p	365`,
    'registered-at': `movedFrom	何地迁来	text:100	p
reason	迁入原因	text:50	p`,
    'stays-at': `reason	暂住事由	code:moving-reason	p	180
nights	每周住几晚	number:0..7:晚	p	180
part	每周哪几天住	code:week-part	p	180
from	从哪天起住	date	p	180
until	住到哪天	date	p	180`,
    'owns-home': `share	产权份额	number:0..100:%:2	p
coOwnership	共有方式	code:co-ownership	p`,
    rents: `monthlyRent	月租金	money	p	365
leaseUntil	租期截止	date	p	365
deposit	押金	money	p`,
    'looks-after': `role	包联身份	code:look-after-role	i	365
households	包联户数	number:1..10000:户	i	365`,
    'employed-by': `position	职务	text:40	p	365
department	所在部门	text:60	p	365
contractKind	合同类型	code:contract-kind	p	730
insured	参加社保	yes-no	p	365`,
    'member-of': `role	组织内职务	text:30	p	365`,
    'legal-representative-of': `certName	证照上的称谓	text:20	i`,
    'shareholder-of': `amount	认缴出资额	money	p
ratio	出资比例	number:0..100:%:4	p`,
    'studies-at': `enrolment	入学方式	code:enrolment	p`,
    'retired-from': `kind	退休类型	code:retirement-kind	p`,
    'signed-with-clinic': `doctor	签约医生	name	p	365
package	服务包	text:40	p	365`,
    'receives-care-from': `services	服务项目	code:care-service*	s	365
hours	每月服务时数	number:0..744:小时:1	s	365
bed	床位号	text:20	s	365`,
    'delegate-of': `until	委托期限至	date	i
scope	委托事项	text:200	i
letter	授权委托书	file	i`,
    'supervised-by': `reportEvery	报告间隔	number:1..365:天	s	180`,
    'evacuates-to': `route	转移路线	text:200	i	365
minutes	转移用时	number:1..1440:分钟	i	1095`,
    'contracted-by': `amount	合同金额	money	i
contractUntil	合同到期日	date	i`,
    'owned-by': `share	所有份额	number:0..100:%:2	p`,
    'installed-for': `consent	本人同意安装	yes-no	p`,
    'maintained-by-organisation': `contractUntil	维保合同到期日	date	i`,
    'inspected-by': `reportNumber	检验报告编号	text:40	i`,
    about: `role	当事人角色	code:party-role	p`,
    'attended-by': `hours	志愿服务时长	number:0..24:小时:1	p
signedInAt	签到时间	datetime	p`,
    'affects-person': `harm	受影响情况	code:harm	s
hospital	送治医院	text:60	s`,
    'caused-by': `liability	责任划分	code:liability	s`,
    'handled-by-organisation': `assignedAt	派单时间	datetime	i`,
    'uses-thing': `quantity	使用数量	number:0..1000000	i`,
    damages: `degree	损坏程度	code:damage-degree	i`,
    'operates-at': `role	场所主次	code:site-role	o	730`,
    manages: `duties	管理职责	code:duty*	o	365`,
  },
  relationTypes: `parent	person	person	父母	子女	p
spouse	person	person	配偶		p	symmetric one sole
sibling	person	person	兄弟姐妹		p	symmetric
grandparent	person	person	祖父母	孙辈	p
guardian	person	person	监护人	被监护人	p
carer	person	person	照护人	被照护人	p
emergency-contact	person	person	紧急联系人	谁的紧急联系人	p
neighbour	person	person	邻居		p	symmetric
colleague	person	person	同事		p	symmetric
housemate	person	person	同住人		p	symmetric
within	place	place	位于	包含	o	one
adjoins	place	place	毗邻		o	symmetric
passes-through	place	place	途经	经过的道路	o
serves-area	place	place	服务范围	就近的设施	o
evacuates-to	place	place	转移到	接收转移自	i
belongs-to	organisation	organisation	隶属于	下属单位	o	one
supervises	organisation	organisation	主管	主管单位	o
partners-with	organisation	organisation	共建		o	symmetric
contracted-by	organisation	organisation	受托于	承接单位	i
succeeds	organisation	organisation	承继自	承继单位	o
part-of	thing	thing	组成部分	组成	i	one
connects-to	thing	thing	连接		i	symmetric
sub-event-of	event	event	属于	其中的事	i	one
follows	event	event	后续于	后续	i
duplicates	event	event	重复件		i	symmetric
resides-at	person	place	住在	住户	p	one
registered-at	person	place	户籍地	户籍人口	p	one
works-at	person	place	工作地点	在此工作的人	p	one
stays-at	person	place	临时住在	临时住户	p
owns-home	person	place	房屋产权人	名下房屋	p
rents	person	place	承租	承租人	p
looks-after	person	place	包联	包联人	i
employed-by	person	organisation	就职于	员工	p
member-of	person	organisation	参加	成员	p
legal-representative-of	person	organisation	法定代表	法定代表人	i	sole
shareholder-of	person	organisation	出资	出资人	p
studies-at	person	organisation	就读于	在读学生	p	one
retired-from	person	organisation	退休自	退休人员	p	one
signed-with-clinic	person	organisation	签约于	签约居民	p	one
receives-care-from	person	organisation	接受服务	服务对象	s
volunteers-for	person	organisation	志愿服务于	志愿者	i
delegate-of	person	organisation	办事代表	办事代表人	i
supervised-by	person	organisation	受监管于	监管对象	s
owned-by	thing	person	所有人	名下的物	p
used-by	thing	person	使用人	使用的物	p
maintained-by	thing	person	维护人	维护的物	i
installed-for	thing	person	安装给	为其安装的设备	p
about	event	person	当事人	相关的事	p
applied-by	event	person	申请人	申请的事	p	one
handled-by	event	person	经办人	经办的事	i
reported-by	event	person	上报人	上报的事	p	one
attended-by	event	person	参加人	参加的事	p
affects-person	event	person	受影响的人	受影响的事	p
caused-by	event	person	责任人	负责任的事	s
at	event	place	地点	发生的事	i	one
affects-place	event	place	影响范围	受其影响的事	i
meets-at	event	place	集合地点	在此集合的事	o	one
handled-by-organisation	event	organisation	承办单位	承办的事	i	one
co-handled-by	event	organisation	协办单位	协办的事	i
about-organisation	event	organisation	涉事单位	相关的事项	i
hosted-by	event	organisation	主办方	主办的活动	o
caused-by-organisation	event	organisation	责任单位	负责任的事项	i
about-thing	event	thing	涉及的物	相关的事件	i
uses-thing	event	thing	使用的物	用于的事	i
damages	event	thing	损坏的物	受损于	i
manages	organisation	place	管理	管理单位	o
seated-at	organisation	place	住所	驻在单位	o	one
operates-at	organisation	place	经营场所	在此经营的单位	o
serves-place	organisation	place	服务于	服务单位	o
owns-property	organisation	place	产权单位	单位房产	i
located-at	thing	place	所在地点	此处的物	i	one
covers-place	thing	place	覆盖	覆盖它的设施	i
owned-by-organisation	thing	organisation	权属单位	单位的物	i
operated-by	thing	organisation	使用单位	使用的设备	i	one
maintained-by-organisation	thing	organisation	维保单位	维保的物	i
inspected-by	thing	organisation	检验单位	检验的物	i`,
  codeLists: `sex	性别	0 未知的性别|1 男|2 女|9 未说明的性别
identity-document	证件类型	01 居民身份证|02 临时居民身份证|03 居民户口簿|04 出生医学证明|05 军官证|06 士兵证|07 文职人员证|08 护照|09 港澳居民来往内地通行证|台湾居民来往大陆通行证|港澳居民居住证|台湾居民居住证|外国人永久居留身份证|99 其他
nationality	民族	01 汉族|02 蒙古族|03 回族|04 藏族|05 维吾尔族|06 苗族|07 彝族|08 壮族|09 布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|阿昌族|普米族|塔吉克族|怒族|乌孜别克族|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|京族|塔塔尔族|独龙族|鄂伦春族|赫哲族|门巴族|珞巴族|基诺族
religion	宗教	佛教|道教|伊斯兰教|天主教|基督教
marital-status	婚姻状况	10 未婚|20 已婚|21 初婚|22 再婚|23 复婚|30 丧偶|40 离婚|90 未说明的婚姻状况
household-kind	户籍类型	本地户籍|外地户籍|未落户|9 其他
household-type	户别	家庭户|集体户
presence	人户状态	人户一致|户在人不在|人在户不在
family-relation	家庭关系	01 本人|02 户主|10 配偶|11 夫|12 妻|20 子|21 独生子|22 长子|23 次子|24 三子|25 四子|26 五子|27 养子或继子|28 女婿|29 其他儿子|30 女|31 独生女|32 长女|33 次女|34 三女|35 四女|36 五女|37 养女或继女|38 儿媳|39 其他女儿|40 孙子、孙女或外孙子、外孙女|41 孙子|42 孙女|43 外孙子|44 外孙女|45 孙媳妇或外孙媳妇|46 孙女婿或外孙女婿|47 曾孙子或外曾孙子|48 曾孙女或外曾孙女|49 其他孙子、孙女或外孙子、外孙女|50 父母|51 父亲|52 母亲|53 公公|54 婆婆|55 岳父|56 岳母|57 继父或养父|58 继母或养母|59 其他父母关系|60 祖父母或外祖父母|61 祖父|62 祖母|63 外祖父|64 外祖母|65 配偶的祖父母或外祖父母|66 曾祖父|67 曾祖母|68 配偶的曾祖父母或外曾祖父母|69 其他祖父母或外祖父母关系|70 兄弟姐妹|71 兄|72 嫂|73 弟|74 弟媳|75 姐姐|76 姐夫|77 妹妹|78 妹夫|79 其他兄弟姐妹|80 其他|81 伯父|82 伯母|83 叔父|84 婶母|85 舅父|86 舅母|87 姨父|88 姨母|89 姑父|90 姑母|91 堂兄弟、堂姐妹|92 表兄弟、表姐妹|93 侄子|94 侄女|95 外甥|96 外甥女|97 其他亲属|99 非亲属
living-with	居住情况	独居|与配偶居住|与子女居住|与父母居住|与兄弟姐妹居住|与其他亲属居住|与非亲属关系的人居住|养老机构
child-plight	困境儿童类型	孤儿|事实无人抚养|家庭生活困难|残疾或患重病|监护缺失或不当|遭受侵害|9 其他
moving-reason	居住事由	务工|经商|务农|学习培训|投靠亲属|治病疗养|探亲旅游|因公出差|其他
dwelling-kind	居住处所	租赁房屋|自有住房|单位宿舍|工地工棚|居民家中|旅馆|9 其他
stay-length	居住时长	不满一个月|一个月至半年|半年至一年|一年以上
overseas-tie	侨务身份	归侨|侨眷|归国留学人员|港澳同胞眷属|台胞眷属|9 其他
education	学历	10 研究生教育|11 博士研究生毕业|12 博士研究生结业|13 博士研究生肄业|14 硕士研究生毕业|15 硕士研究生结业|16 硕士研究生肄业|17 研究生班毕业|18 研究生班结业|19 研究生班肄业|20 大学本科教育|21 大学本科毕业|22 大学本科结业|23 大学本科肄业|28 大学普通班毕业|30 大学专科教育|31 大学专科毕业|32 大学专科结业|33 大学专科肄业|40 中等职业教育|41 中等专科毕业|42 中等专科结业|43 中等专科肄业|44 职业高中毕业|45 职业高中结业|46 职业高中肄业|47 技工学校毕业|48 技工学校结业|49 技工学校肄业|60 普通高级中学教育|61 普通高中毕业|62 普通高中结业|63 普通高中肄业|70 初级中学教育|71 初中毕业|73 初中肄业|80 小学教育|81 小学毕业|83 小学肄业|90 其他
degree	学位	名誉博士|博士|硕士|学士
grade	年级	00 托班|01 小班|02 中班|03 大班|11 小学一年级|12 小学二年级|13 小学三年级|14 小学四年级|15 小学五年级|16 小学六年级|21 初中一年级|22 初中二年级|23 初中三年级|31 高中一年级|32 高中二年级|33 高中三年级|41 中职|51 大专|52 本科|53 研究生|99 其他
schooling	在学状态	在读|休学|辍学|延缓入学|尚未入学|已毕业
special-schooling	特教安置方式	随班就读|特教班|特殊教育学校|送教上门
student-hardship	学生困难等级	特别困难|比较困难|一般困难|不困难
occupation	职业	党政机关、群团和社会组织、企事业单位负责人|专业技术人员|办事人员和有关人员|社会生产服务和生活服务人员|农、林、牧、渔业生产及辅助人员|生产制造及有关人员|军人|不便分类的其他从业人员
employment-status	就业状况	在职|个体经营|灵活就业|务农|失业|退休|在校学生|9 其他
personal-status	从业状况	11 国家公务员|13 专业技术人员|17 职员|21 企业管理人员|24 工人|27 农民|31 学生|37 现役军人|51 自由职业者|54 个体经营者|70 无业人员|80 退（离）休人员|90 其他
professional-title	职称级别	正高级|副高级|中级|助理级|员级
skill-level	技能等级	学徒工|初级工|中级工|高级工|技师|高级技师|特级技师|首席技师
new-employment	新就业形态	外卖配送员|快递员|网约车司机|货车司机|代驾司机|网络主播|家政服务员|9 其他
staff-type	人员类别	公务员|事业编制|社区工作者|专职网格员|警务辅助人员|公益性岗位|劳务派遣|9 其他
pension-insurance	养老保险	企业职工养老保险|机关事业单位养老保险|城乡居民养老保险|没有参加|9 其他
job-difficulty	就业困难类型	大龄失业|长期失业|零就业家庭|低保家庭|残疾|失地农民|9 其他
political-status	政治面貌	01 中国共产党党员|02 中国共产党预备党员|03 中国共产主义青年团团员|04 中国国民党革命委员会会员|05 中国民主同盟盟员|06 中国民主建国会会员|07 中国民主促进会会员|08 中国农工民主党党员|09 中国致公党党员|九三学社社员|台湾民主自治同盟盟员|无党派民主人士|群众
resettlement	退役安置	转业|逐月领取退役金|自主就业|安排工作|退休|供养|复员
preferential	优抚对象	01 残疾军人|02 烈士遗属|03 因公牺牲军人遗属|04 病故军人遗属|05 在乡复员军人|06 带病回乡退役军人|07 参战退役人员|08 参试退役人员|09 农村籍老年退役士兵|烈士老年子女|99 其他
conscription	兵役登记	已登记|未登记|免服兵役|不得服兵役
health-status	健康状况	10 健康或良好|20 一般或较弱|30 有慢性病|31 心血管病|32 脑血管病|33 慢性呼吸系统病|34 慢性消化系统病|35 慢性肾炎|36 结核病|37 糖尿病|38 神经或精神疾病|41 癌症|49 其他慢性病|60 残疾|61 视力残疾|62 听力残疾|63 言语残疾|64 肢体残疾|65 智力残疾|66 精神残疾|67 多重残疾|69 其他残疾
blood-type	血型	A型|B型|O型|AB型|不详
rh-factor	RH血型	阴性|阳性|不详
chronic-disease	慢性病	02 高血压|03 糖尿病|04 冠心病|05 慢性阻塞性肺疾病|06 恶性肿瘤|07 脑卒中|08 严重精神障碍|09 结核病|10 肝炎|12 职业病|13 其他慢性病|01 无
family-history	家族史	02 高血压|03 糖尿病|04 冠心病|05 慢性阻塞性肺疾病|06 恶性肿瘤|07 脑卒中|08 严重精神障碍|09 结核病|10 肝炎|11 先天畸形|12 其他|01 无
drug-allergy	药物过敏	2 青霉素|3 磺胺|4 链霉素|5 其他药物|1 无
exposure	暴露史	2 化学品|3 毒物|4 射线|1 无
medical-insurance	医保类型	职工基本医疗保险|城乡居民基本医疗保险|公费医疗|商业医疗保险|医疗救助|没有医保|9 其他
adherence	服药依从性	规律|间断|不服药
smoking	吸烟状况	从不吸烟|已戒烟|吸烟
drinking	饮酒频率	从不|偶尔|经常|每天
exercise	锻炼频率	每天|每周一次以上|偶尔|不锻炼
diet	饮食习惯	荤素均衡|荤食为主|素食为主|嗜盐|嗜油|嗜糖
hearing	听力	听见|听不清或无法听见
screening	粗筛结果	粗筛阴性|粗筛阳性
vaccine	疫苗	01 乙肝疫苗|02 卡介苗|03 脊灰疫苗|04 百白破疫苗|05 白破疫苗|06 麻腮风疫苗|07 乙脑疫苗|08 A群流脑疫苗|09 A群C群流脑疫苗|甲肝疫苗|HPV疫苗|流感疫苗|肺炎球菌疫苗|水痘疫苗|狂犬病疫苗|新冠疫苗|轮状病毒疫苗|手足口病疫苗|带状疱疹疫苗|99 其他
pregnancy-risk	妊娠风险	绿色低风险|黄色一般风险|橙色较高风险|红色高风险|紫色传染病
delivery-mode	分娩方式	顺产|胎头吸引|产钳|剖宫产|臀位助产|9 其他
feeding	喂养方式	纯母乳|混合|人工
hearing-screening	听力筛查	通过|未通过|未筛查|不详
childcare	照护方式	父母|祖辈|保姆|托育机构|幼儿园|9 其他
self-care	自理能力	可自理|轻度依赖|中度依赖|不能自理
ability-level	能力等级	0 能力完好|1 轻度失能|2 中度失能|3 重度失能|4 完全失能
ltc-level	失能等级	0 基本正常|1 轻度失能|2 中度失能|3 重度失能Ⅰ级|4 重度失能Ⅱ级|5 重度失能Ⅲ级
device	辅助器具	01 手杖|02 助行器|03 轮椅|04 助听器|05 助视器|06 假肢矫形器|07 护理床|08 人工耳蜗|99 其他|00 无
medical-care	医疗照护	胃管|尿管|气管切开|造瘘|无创呼吸机|透析|吸氧|9 其他|0 无
care-service	养老服务	助餐|助浴|助洁|助医|助行|代办|康复护理|精神慰藉|其他
care-mode	养老方式	居家|社区日间照料|养老机构
visit-frequency	探访频次	每天|每周|每月|每季度|9 不定期
income-source	经济来源	退休金或养老金|子女补贴|亲友资助|国家普惠型补贴|个人储蓄|9 其他
adaptation	适老化改造	已改造|需要改造|不需要
disability-kind	残疾类别	视力残疾|听力残疾|言语残疾|肢体残疾|智力残疾|精神残疾|多重残疾
disability-level	残疾等级	一级|二级|三级|四级
disability-cause	致残原因	先天或遗传|疾病|药物或中毒|工伤|交通事故|其他外伤|年老退化|9 其他
rehab-need	康复需求	手术|药物|功能训练|辅助器具|护理|心理疏导|9 其他|0 无
hardship-kind	困难类型	低保边缘家庭|刚性支出困难家庭|防止返贫监测对象|困难职工|临时遇困人员|流浪乞讨人员|9 其他
support-mode	供养方式	集中供养|分散供养
poverty-cause	致困原因	因病|因残|因学|因灾|因意外事故|失业|缺劳动力|年老|其他
help-need	帮扶需求	生活救助|医疗救助|教育资助|就业帮扶|住房保障|照料护理|心理疏导|法律援助|其他
housing-difficulty	住房困难	没有住房|面积不足|住房危险|9 其他
housing-support	住房保障	公租房|租赁补贴|保障性租赁住房|配售型保障房|没有享受|9 其他
correction-kind	矫正类别	管制|缓刑|假释|暂予监外执行
correction-level	管理等级	严管|普管|宽管
drug-rehab	戒毒方式	自愿戒毒|社区戒毒|强制隔离戒毒|社区康复|药物维持治疗|三年未复吸
mental-disorder	精神障碍诊断	精神分裂症|分裂情感性障碍|偏执性精神病|双相情感障碍|癫痫所致精神障碍|智力发育障碍伴发|9 其他
mental-risk	危险性等级	0 0级|1 1级|2 2级|3 3级|4 4级|5 5级
volunteer-field	志愿服务方向	01 敬老助残|02 关爱儿童|03 环境卫生|04 治安巡逻|05 文体活动|06 医疗健康|07 应急救援|08 法律调解|09 科普教育|99 其他
service-time	可服务时间	工作日白天|工作日晚上|周末白天|周末晚上|节假日|随时
skill	技能	01 医疗护理|02 心理咨询|03 法律|04 教育辅导|05 水电维修|06 家电维修|07 理发|08 驾驶|09 厨艺|文艺表演|书画摄影|体育|电脑网络|外语|手语|急救|水上救援|99 其他
community-role	社区任职	01 楼栋长|02 单元长|03 居民小组长|04 居民代表|05 业主委员会成员|06 兼职网格员|07 人民调解员|08 治安巡防员|09 微型消防站队员|灾害信息员|妇联执委|残疾人专职委员|党代表|人大代表|政协委员|99 其他
special-need	特殊需求	01 轮椅|02 担架|03 吸氧或呼吸机|04 定时服药|05 透析|06 手语或文字沟通|07 引路|08 专人看护|09 婴儿用品|孕产护理|清真饮食|软食流食|99 其他|00 无
evacuation-help	转移方式	自行转移|需要带领|需要搀扶背负|需要担架
threat	受威胁类型	江河洪水|山洪|滑坡崩塌|泥石流|城市内涝|房屋倒塌|台风大风|9 其他
toponym-class	地名分类	01 行政区域|02 非行政区域|03 群众自治组织|04 居民点|05 交通运输设施|06 水利、电力、通信设施|07 纪念地、旅游景点|08 建筑物|09 单位|陆地水系|陆地地形|海域
door-plate-kind	门牌类型	大门牌|小门牌|楼牌|单元牌|户牌|临时门牌
place-status	使用状态	正常使用|在建|停用|待拆除|已拆除
urban-rural	城乡分类	111 主城区|112 城乡结合区|121 镇中心区|122 镇乡结合区|123 特殊区域|210 乡中心区|220 村庄
compound-kind	小区类型	商品房小区|房改房小区|保障房小区|回迁安置小区|单位宿舍区|平房胡同区|城中村|农村居民点|其他
property-mode	物业管理方式	物业企业管理|业主自行管理|产权单位管理|街道社区兜底|没有物业管理
access-control	门禁方式	没有门禁|有人值守|钥匙或密码|刷卡|可视对讲|人脸或手机
renovation	改造状态	未列入计划|已列入计划|正在改造|已经改造|不需要改造
building-structure	建筑结构	钢结构|钢、钢筋混凝土结构|钢筋混凝土结构|混合结构|砖木结构|其他结构
exterior-wall	外墙饰面	涂料|面砖或马赛克|石材|玻璃幕墙|金属幕墙|清水墙|9 其他
fire-resistance	耐火等级	一级|二级|三级|四级
building-safety	房屋安全等级	A A级：无危险点|B B级：有危险点|C C级：局部危险|D D级：整幢危险
house-use	房屋用途	10 住宅|20 工业、交通、仓储|30 商业、金融、信息|40 教育、医疗卫生、科研|50 文化、娱乐、体育|60 办公|70 军事|80 其他
house-ownership	房屋产别	10 国有房产|20 集体所有房产|30 私有房产|40 联营企业房产|50 股份制企业房产|60 港、澳、台投资房产|70 涉外房产|80 其他房产
housing-kind	住房类型	商品房|房改房|经济适用房或共有产权房|安置房|公租房或直管公房|单位宿舍|自建房|9 其他
heritage	保护类别	文物保护单位|未定级不可移动文物|历史建筑|传统风貌建筑|0 无
lift-progress	加装电梯进展	不具备条件|尚未提出|正在征求意见|已经申请|正在施工|已经加装
accessibility	无障碍设施	坡道|扶手|盲道|无障碍电梯或升降台|无障碍厕所|无障碍停车位|低位服务台|9 其他|0 无
illegal-building	违建类型	屋顶加建|占地搭建|开挖地下室|开墙打洞|圈占公共部位|阳台外扩|9 其他|0 无
occupancy	居住状态	自住|出租|借住|空置|经营或办公|集体宿舍|9 其他
tenure	住房性质	自有|租住私房|公租房|单位住房|借住|9 其他
heating	供暖方式	集中供暖|燃气壁挂炉|电采暖|燃煤|不供暖|9 其他
gas-supply	用气方式	管道燃气|瓶装液化气|不用燃气
rental-mode	出租方式	整套出租|分间合租|按床位出租|按日短租|单位租作宿舍|9 其他
rental-risk	出租房分级	放心（绿）|关注（黄）|重点（红）
service-facility	便民设施	社区食堂|卫生服务站|养老服务站|托育点|菜店菜场|便利店|药店|快递驿站|理发店|维修点|文体活动室|健身场地|党群服务站|歇脚驿站
toilet-grade	公厕类别	一类|二类|三类|附属式|活动式
shelter-class	避难场所类型	紧急避难场所|短期避难场所|长期避难场所
shelter-facility	避难设施	供电照明|供水|厕所|住宿区|物资储备|医疗救护|应急指挥|广播通信|消防设施|停机坪|无障碍通道
flood-cause	积水原因	地势低洼|管网能力不足|雨水口堵塞|河水顶托倒灌|泵站不足|施工影响|9 其他
flood-risk	内涝风险	高|中|低
road-class	道路等级	快速路|主干路|次干路|支路|街巷胡同|公路或乡村道路
paving	路面材质	沥青|水泥混凝土|石板或砖|砂石|土路
sweep-grade	保洁等级	一级|二级|三级|四级
site-stage	施工阶段	未开工|土方和基坑|主体结构|装饰和安装|竣工验收|停工
waste-mode	垃圾投放方式	定时定点|固定点全天投放|误时投放点|上门收集|9 其他
drainage	排水体制	雨污分流|雨污合流|截流式合流|化粪池自排|没有管网
day-period	时段	上午|下午|晚上|都可以
contact-way	联系方式偏好	电话|短信|微信|上门
urgency	紧急程度	一般|较急|紧急
event-class	事件分类	01 市容环境|02 宣传广告|03 施工管理|04 突发事件|05 街面秩序|06 其他事件
event-source	事件来源	热线|网格巡查|居民上报|来访窗口|上级交办|媒体网络|视频和物联感知|9 其他
event-status	办理状态	待受理|办理中|已办结|已退回|不予受理|已撤回
outcome	处理结果	已解决|部分解决|列入计划|解释说明|无法解决
event-level	事件等级	特别重大|重大|较大|一般
receive-way	领取方式	现场领取|邮寄|送上门|电子版
request-kind	诉求类型	咨询|求助|投诉|举报|建议|表扬
topic	诉求领域	01 物业管理|02 水电气暖|03 房屋修缮|04 违法建设|05 噪声和环境|06 市容环卫|07 交通停车|08 消费和经营|09 劳动社保|教育|医疗卫生|养老和救助|治安消防|99 其他
satisfaction	满意度	满意|基本满意|不满意|未评价
inspection-kind	检查类型	日常检查|专项检查|复查|联合检查|随机抽查|举报核查
safety-matter	安全事项	01 用电|02 用气|03 用火|04 消防设施|05 疏散通道|06 违规住人|07 电动自行车|08 危险物品|09 房屋建筑|特种设备|食品卫生|施工作业|证照和制度|高空坠物|防汛防涝|99 其他
check-verdict	检查结论	合格|限期整改|停止使用或停业
hazard-level	隐患等级	一般隐患|重大隐患
rectification	整改情况	未整改|整改中|部分整改|已整改|当场整改
measure	处置措施	口头告诫|责令改正|临时查封|停产停业|罚款|移送处理|0 无
incident-kind	突发事件类别	自然灾害|事故灾难|公共卫生事件|社会安全事件
accident-kind	事故类型	01 火灾|02 道路交通|03 燃气泄漏爆炸|04 触电|05 高处坠落|06 物体打击|07 坍塌|08 溺水|09 中毒窒息|电梯困人|走失|99 其他
disaster-kind	灾害种类	010100 干旱灾害|010200 洪涝灾害|010300 台风灾害|010400 暴雨灾害|010500 大风灾害|010600 冰雹灾害|010700 雷电灾害|010800 低温灾害|010900 冰雪灾害|011000 高温灾害|011100 沙尘暴灾害|011200 大雾灾害|020100 地震灾害|020300 崩塌灾害|020400 滑坡灾害|020500 泥石流灾害|020600 地面塌陷灾害|040600 森林/草原火灾
response-level	响应级别	一级|二级|三级|四级
warning-colour	预警颜色	红色|橙色|黄色|蓝色
outage-kind	停供类型	停水|停电|停气|停暖|断网
settle-mode	安置方式	集中安置|投亲靠友|借住租住|9 其他
transport	交通工具	步行|自驾|统一用车|救护车|船艇|9 其他
dispute-kind	纠纷类型	01 婚姻家庭|02 邻里|03 物业|04 房屋宅基地|05 合同债务|06 损害赔偿|07 劳动争议|08 消费|09 征地拆迁|土地山林|医疗|道路交通事故|村居事务|99 其他
mediation-result	调解结果	调解成功|调解不成|正在调解|当事人撤回|引导诉讼仲裁
performance	履行情况	已履行|部分履行|未到期|拒不履行
visit-way	走访方式	上门|电话|视频|约见
visit-purpose	走访目的	日常走访|困难帮扶|节日慰问|信息采集|政策宣传|安全提醒|核实情况|9 其他
activity-kind	活动类型	文体活动|志愿服务|便民义诊|宣传讲座|演练培训|党群活动|9 其他
meeting-kind	会议类型	01 支部党员大会|02 支部委员会|03 党小组会|04 党课|05 主题党日|06 居民代表会议|07 居民议事会|08 业主大会|09 业主委员会会议|工作例会|99 其他
notice-way	告知方式	张贴|短信微信|上门|广播|电话
relief-kind	救助类型	01 最低生活保障|02 特困供养|03 受灾救助|04 医疗救助|05 教育救助|06 住房救助|07 就业救助|08 临时救助|09 残疾人补贴|高龄养老补贴|走访慰问|99 其他
pay-way	发放方式	社会保障卡|其他银行卡|现金|实物
verification	核查结论	属实|部分属实|不属实
checkup-kind	体检类型	老年人体检|慢性病随访|儿童体检|孕产检查|两癌筛查|从业体检|9 其他
deliver-kind	配送内容	餐食|药品|生活物资|9 其他
meal-kind	餐次	早餐|午餐|晚餐
repair-kind	报修类型	01 供水漏水|02 下水堵塞|03 供电照明|04 燃气|05 供暖|06 电梯|07 门禁门窗|08 屋面外墙|09 道路井盖|99 其他
thing-category	物品类别	汽车|电动自行车|消防设施|特种设备|市政设施|救灾物资|宠物|智能安防设备|其他
component-class	部件分类	01 公用设施|02 交通设施|03 市容环境|04 园林绿化|05 其他部件
thing-condition	设备状态	完好|破损可用|故障停用|丢失|已报废|已拆除
source-kind	来源方式	采购|上级调拨|捐赠|租借|自制|9 其他
material	材质	球墨铸铁|钢|不锈钢或铝|钢筋混凝土|复合材料|塑料|石材|木质|其他
power-supply	供电方式	市电|太阳能|电池|风光互补|9 其他
inspection-conclusion	检验结论	合格|复检合格|不合格|复检不合格
insurance-kind	保险种类	交强险|机动车第三者责任险|车辆损失险|电动自行车第三者责任险|电梯责任险|公众责任险|宠物责任险|9 其他
special-equipment	特种设备类别	1000 锅炉|2000 压力容器|3000 电梯|4000 起重机械|5000 场（厂）内专用机动车辆|6000 大型游乐设施|8000 压力管道|9000 客运索道
lift-kind	电梯品种	3110 曳引驱动乘客电梯|3120 曳引驱动载货电梯|3130 强制驱动载货电梯|3210 液压乘客电梯|3220 液压载货电梯|3310 自动扶梯|3320 自动人行道|3410 防爆电梯|3420 消防员电梯|3430 杂物电梯
boiler-fuel	锅炉燃料	燃气|燃油|燃煤|电|生物质|9 其他
pipe-kind	管线种类	给水|污水|雨水|雨污合流|燃气|热力|电力|通信|其他
plate-kind	号牌种类	01 大型汽车|02 小型汽车|07 普通摩托车|08 轻便摩托车|13 低速车|14 拖拉机|15 挂车|16 教练汽车|17 教练摩托车|22 临时行驶车|51 大型新能源汽车|52 小型新能源汽车|99 其他
vehicle-kind	机动车类型	01 大型载客汽车|02 中型载客汽车|03 小型载客汽车|04 微型载客汽车|05 重型载货汽车|06 中型载货汽车|07 轻型载货汽车|08 微型载货汽车|09 低速货车|三轮汽车|专项作业车|普通摩托车|轻便摩托车|挂车|99 其他
vehicle-use	使用性质	非营运|客运|货运|出租客运|租赁|校车|教练|危险品运输|其他
fuel	燃料种类	A 汽油|B 柴油|C 电|D 混合油|E 天然气|F 液化石油气|L 甲醇|M 乙醇|N 太阳能|O 混合动力|Y 无|Z 其他
ebike-kind	电动车类型	新国标电动自行车|旧标准电动自行车|电动轻便摩托车|电动三轮车|残疾人机动轮椅车|9 其他
battery-kind	电池类型	铅酸电池|锂离子电池|钠离子电池|9 其他
charging-way	充电方式	集中充电处|换电柜|自家室外|室内或楼道|工作单位|9 其他
charger-kind	充电设施类型	汽车交流慢充|汽车直流快充|电动自行车充电口|换电柜|9 其他
cover-kind	井盖类型	01 给水|02 污水|03 雨水|04 雨水箅子|05 电力|06 路灯|07 通信|08 有线电视|09 热力|燃气|公安交通|消防|无主|99 其他
cover-shape	井盖形状	圆形|方形|长方形|9 其他
load-class	承载等级	A15 A15绿地和人行道|B125 B125人行道和停车场|C250 C250路缘两侧|D400 D400车行道|E600 E600货运站和码头|F900 F900机场跑道
road-surface	所处路面	机动车道|非机动车道|人行道|绿化带|小区道路|9 其他
cover-defect	井盖病害	缺失|破损|松动响动|下沉或凸起|移位|井盖与井不符|井内堵塞|0 无
lamp-kind	光源类型	发光二极管|高压钠灯|金属卤化物灯|节能灯|9 其他
camera-kind	摄像机类型	球机|半球|固定枪机|遥控枪机
door-opening	开门方式	刷卡|密码|人脸|手机|钥匙|指纹|9 其他
hydrant-kind	消火栓类型	室外地上式|室外地下式|室内|消防水鹤
extinguisher-kind	灭火器类型	干粉|水基|二氧化碳|洁净气体|泡沫
gauge-state	压力表状态	绿区正常|红区欠压|黄区超压|没有压力表
detector-kind	探测类型	感烟|感温|可燃气体|一氧化碳|9 其他
gas-meter-kind	燃气表类型	普通表|插卡表|远传表
waste-kind	垃圾类别	可回收物|有害垃圾|厨余垃圾|其他垃圾
tree-grade	古树名木等级	一级古树|二级古树|三级古树|名木|0 普通树木
tree-vigour	生长势	正常|衰弱|濒危|死亡
sign-kind	广告招牌类型	门头招牌|墙面广告|楼顶广告|立柱广告|电子显示屏|横幅布幔|9 其他
pet-kind	动物种类	犬|猫|9 其他
animal-sex	动物性别	雄|雌
drone-class	无人机类型	微型|轻型|小型|中型|大型
supply-kind	物资类别	抢险救援|防汛排涝|生活安置|医疗防疫|消防灭火|通信照明|9 其他
call-target	呼叫对象	家属|社区|养老服务中心|医疗机构|9 其他
organisation-kind	单位类型	机关|事业单位|企业|个体工商户|社会组织|基层自治组织|9 其他
organisation-type	组织机构类型	10 企业|20 事业单位|30 机关|40 社会团体|51 民办非企业单位|52 基金会|53 居委会|54 村委会|55 农民专业合作社|56 农村集体经济组织|90 其他组织机构
economic-type	登记注册类型	110 国有全资|120 集体全资|130 股份合作|140 联营|150 有限责任（公司）|160 股份有限（公司）|170 私有|190 其他内资|210 内地和港、澳、台合资|220 内地和港、澳、台合作|230 港、澳、台独资|240 港、澳、台投资股份有限（公司）|290 其他港、澳、台投资|310 中外合资|320 中外合作|330 外资|340 国外投资股份有限（公司）|390 其他国外投资|900 其他
industry	行业门类	A 农、林、牧、渔业|B 采矿业|C 制造业|D 电力、热力、燃气及水生产和供应业|E 建筑业|F 批发和零售业|G 交通运输、仓储和邮政业|H 住宿和餐饮业|I 信息传输、软件和信息技术服务业|J 金融业|K 房地产业|L 租赁和商务服务业|M 科学研究和技术服务业|N 水利、环境和公共设施管理业|O 居民服务、修理和其他服务业|P 教育|Q 卫生和社会工作|R 文化、体育和娱乐业|S 公共管理、社会保障和社会组织|T 国际组织
organisation-size	单位规模	大型|中型|小型|微型
business-status	经营状态	正常营业|筹建或装修|停业|搬离|已注销|被吊销
tax-credit	纳税信用级别	A A级|B B级|M M级|C C级|D D级
revenue-band	年收入档	10万元以下|10万至100万元|100万至500万元|500万至2000万元|2000万至1亿元|1亿元及以上
tax-band	年纳税档	未缴税|1万元以下|1万至10万元|10万至100万元|100万至1000万元|1000万元及以上
premises-right	场所来源	自有|租用|无偿使用|9 其他
premises-position	场所部位	独立建筑|居民楼底商|居民楼住宅内|商场或市场内|写字楼或园区内|地下空间|9 其他
small-place-kind	九小场所类别	小学校（幼儿园）|小医院|小商店|小餐饮|小旅馆|小歌舞娱乐|小网吧|小美容洗浴|小生产加工|0 不属于九小场所
fire-approval	消防手续	已通过验收或备案|已通过营业前检查|已作告知承诺|应办未办|不需要办
fire-equipment	消防设施	室内消火栓|消防软管卷盘|火灾自动报警系统|自动喷水灭火系统|简易喷淋|防烟排烟设施|防火门或防火卷帘|应急广播|其他|0 无
food-business	食品经营业态	食品销售经营者|餐饮服务经营者|集中用餐单位食堂
food-grade	餐饮量化等级	A 优秀|B 良好|C 一般
hygiene-grade	卫生信誉度等级	A A级|B B级|C C级|0 不予评级
safety-level	安全标准化等级	一级|二级|三级|0 未定级
risk-level	风险等级	重大风险（红）|较大风险（橙）|一般风险（黄）|低风险（蓝）
hazard-kind	重点危险因素	高温熔融金属|粉尘爆炸|液氨制冷|有限空间|危险化学品|喷涂或动火|燃气或瓶装气|冷库或保温夹芯板|其他|0 无
special-work	特殊作业	动火作业|受限空间作业|盲板抽堵作业|高处作业|吊装作业|临时用电作业|动土作业|断路作业|0 无
health-hazard	职业病危害	粉尘|化学因素|物理因素|放射性因素|生物因素|其他因素|0 无
discharge-permit	排污管理类别	重点管理|简化管理|登记管理|不需要
party-unit	党组织类型	党委|党总支|党支部|联合党支部|临时或功能型党组织|未建立
mass-group	群团组织	工会|共青团|妇联|9 其他|0 无
fee-mode	物业计费方式	包干制|酬金制|9 其他
school-nature	办学性质	公办|民办|集体或单位办|9 其他
school-level	办学类型	幼儿园|小学|初级中学|高级中学|九年一贯制学校|完全中学|十二年一贯制学校|中等职业学校|特殊教育学校|高等学校|校外培训机构|托育机构
canteen-mode	食堂经营方式	自营食堂|委托承包|校外配餐|不供餐
medical-kind	医疗机构类别	医院|社区卫生服务中心|社区卫生服务站|乡镇卫生院|村卫生室|门诊部|诊所|护理院或护理站|其他
medical-level	医疗机构等级	一级|二级乙等|二级甲等|三级乙等|三级甲等|9 其他等次|0 未定级
care-grade	养老机构等级	一级|二级|三级|四级|五级|0 未评定
care-medical	医养结合方式	内设医疗机构|与医疗机构签约|医疗机构办养老|没有医疗服务
social-kind	社会组织类型	社会团体|社会服务机构|基金会|备案的社区社会组织
assessment	评估等级	5 5A级|4 4A级|3A级|2 2A级|1 1A级|0 无等级
annual-check	年检结论	合格|基本合格|不合格|未参加
contract-kind	合同类型	固定期限|无固定期限|劳务派遣|劳务协议|未签合同|在编|9 其他
living-as	居住身份	房主|房主的家属|承租人|同租人|员工宿舍|借住|9 其他
co-ownership	共有方式	单独所有|共同共有|按份共有
guardian-basis	监护依据	父母|近亲属法定顺序|遗嘱指定|协议确定|居委会或民政指定|法院判决|受委托照护
parent-kind	亲子关系	亲生|收养|继父母
care-frequency	照护频次	全天|白天|夜间|每周几次|9 不定期
look-after-role	包联身份	楼栋长|单元长|网格员|包户干部|包联党员|志愿者|9 其他
party-role	当事人角色	本人|被反映人|双方之一|家属|证人|被走访人|9 其他
harm	受影响情况	死亡|重伤|轻伤|失踪|被困|财产受损|生活受影响
damage-degree	损坏程度	轻微|部分损坏|全部损毁
liability	责任划分	全部责任|主要责任|同等责任|次要责任
duty	管理职责	01 属地管理|02 治安|03 消防|04 市容环卫|05 绿化养护|06 道路设施|07 防汛|08 市场监管|09 物业服务|民生服务|99 其他
enrolment	入学方式	学区就近|随迁子女|民办摇号|政策照顾|9 其他
retirement-kind	退休类型	正常退休|提前退休|病退|离休
week-part	居住时段	工作日|周末和节假日|寒暑假|单月或双月轮流
site-role	场所主次	主要经营场所|分店或分支场所|仓库或生产场所`,
}
