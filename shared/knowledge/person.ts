import { attributesFor, code, date, idNumber, mobile, number, personName, text, yesNo } from './describe'
import type { Attribute } from './types'

const person = attributesFor('person')

/** What may be said of a person 人. */
export const personAttributes: readonly Attribute[] = [
  person('name', '姓名', 'name', personName, 'personal', { synonyms: ['名字', '称呼', '叫什么'] }),
  person('formerName', '曾用名', 'former name', personName, 'personal', { synonyms: ['旧名', '原名'] }),
  person('idNumber', '身份证号', 'citizen identity number', idNumber, 'sensitive', {
    naturalKey: true,
    synonyms: ['公民身份号码', '身份证', '身份证号码', '证件号'],
  }),
  person('birthDate', '出生日期', 'date of birth', date, 'personal', {
    derivedFrom: 'person.idNumber',
    synonyms: ['生日', '出生年月', '年龄', '岁数'],
  }),
  person('sex', '性别', 'sex', code('sex'), 'personal', { derivedFrom: 'person.idNumber', synonyms: ['男女'] }),
  person('mobile', '手机号', 'mobile number', mobile, 'personal', {
    freshDays: 730,
    synonyms: ['电话', '联系电话', '联系方式', '手机号码', '手机'],
  }),
  person('nationality', '民族', 'ethnic group', code('nationality'), 'personal', { synonyms: ['族别'] }),
  person('education', '学历', 'educational attainment', code('education'), 'personal', {
    freshDays: 1825,
    synonyms: ['文化程度', '教育程度', '受教育程度'],
  }),
  person('maritalStatus', '婚姻状况', 'marital status', code('marital-status'), 'personal', {
    freshDays: 730,
    synonyms: ['婚否', '结婚', '婚姻'],
  }),
  person('politicalStatus', '政治面貌', 'political affiliation', code('political-status'), 'personal', {
    freshDays: 1825,
    synonyms: ['党员', '党派', '党团员'],
  }),
  person('religion', '宗教信仰', 'religion', text(30), 'sensitive', { synonyms: ['信教'] }),
  person('nativePlace', '籍贯', 'native place', text(60), 'personal', { synonyms: ['老家', '祖籍'] }),
  person('householdKind', '户籍类型', 'household registration kind', code('household-kind'), 'personal', {
    freshDays: 1095,
    synonyms: ['户口', '户口性质', '户籍'],
  }),
  person('occupation', '职业', 'occupation', code('occupation'), 'personal', {
    freshDays: 730,
    synonyms: ['工作', '做什么工作', '行业'],
  }),
  person('employmentStatus', '就业状况', 'employment status', code('employment-status'), 'personal', {
    freshDays: 365,
    synonyms: ['就业', '失业', '退休', '在职'],
  }),
  person('employerName', '工作单位', 'name of employer', text(100), 'personal', {
    freshDays: 730,
    synonyms: ['单位', '公司', '单位名称'],
  }),
  person('email', '电子邮箱', 'e-mail address', text(100, '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$'), 'personal', {
    synonyms: ['邮箱', '邮件'],
  }),
  person('wechatNumber', '微信号', 'WeChat number', text(40), 'personal', { synonyms: ['微信'] }),
  person('livingAlone', '独居', 'lives alone', yesNo, 'personal', {
    freshDays: 365,
    synonyms: ['独居老人', '一个人住', '空巢', '是否独居'],
  }),
  person('leftBehind', '留守', 'left behind by family working elsewhere', yesNo, 'personal', {
    freshDays: 365,
    synonyms: ['留守老人', '留守儿童'],
  }),
  person('subsistenceAllowance', '享受低保', 'receives subsistence allowance', yesNo, 'personal', {
    freshDays: 365,
    synonyms: ['低保', '最低生活保障', '困难家庭'],
  }),
  person('specialHardship', '特困供养', 'receives special hardship support', yesNo, 'personal', {
    freshDays: 365,
    synonyms: ['特困', '五保'],
  }),
  person('veteran', '退役军人', 'veteran', yesNo, 'personal', { synonyms: ['复员', '转业', '退伍', '军人'] }),
  person('volunteer', '登记为志愿者', 'registered volunteer', yesNo, 'internal', {
    freshDays: 730,
    synonyms: ['志愿者', '志愿服务'],
  }),
  person('chronicDiseases', '慢性病', 'chronic diseases', code('chronic-disease'), 'sensitive', {
    many: true,
    freshDays: 365,
    synonyms: ['慢病', '既往史', '疾病', '基础病', '高血压', '糖尿病'],
  }),
  person('bloodType', '血型', 'ABO blood type', code('blood-type'), 'sensitive'),
  person('drugAllergies', '药物过敏', 'drug allergies', code('drug-allergy'), 'sensitive', {
    many: true,
    freshDays: 1825,
    synonyms: ['过敏史', '过敏', '青霉素'],
  }),
  person('allergies', '过敏说明', 'allergies in words', text(200), 'sensitive', { synonyms: ['过敏原', '食物过敏'] }),
  person('mobilityLevel', '自理能力', 'ability for self-care', code('self-care'), 'sensitive', {
    freshDays: 365,
    synonyms: ['行动能力', '行动不便', '生活自理', '失能', '能不能走'],
  }),
  person('disabilityKind', '残疾类别', 'kinds of disability', code('disability-kind'), 'sensitive', {
    many: true,
    synonyms: ['残疾', '残疾类型', '残疾人'],
  }),
  person('disabilityLevel', '残疾等级', 'grade of disability', code('disability-level'), 'sensitive', {
    synonyms: ['残疾级别', '几级残疾'],
  }),
  person('medicalInsuranceKind', '医保类型', 'kind of medical insurance', code('medical-insurance'), 'personal', {
    freshDays: 365,
    synonyms: ['医保', '医疗保险', '参保', '医疗费用支付方式'],
  }),
  person('longTermMedication', '长期服药', 'takes long-term medication', yesNo, 'sensitive', {
    freshDays: 365,
    synonyms: ['用药', '吃药'],
  }),
  person('heightCm', '身高', 'height', number(30, 250, '厘米', 1), 'sensitive', { freshDays: 1825 }),
  person('weightKg', '体重', 'weight', number(1, 400, '公斤', 1), 'sensitive', { freshDays: 180 }),
  person('pregnant', '孕期', 'pregnant', yesNo, 'sensitive', { freshDays: 60, synonyms: ['怀孕', '孕妇'] }),
  person('emergencyContactName', '紧急联系人', 'name of emergency contact', personName, 'personal', {
    freshDays: 365,
    synonyms: ['联系人', '家属', '紧急联系人姓名'],
  }),
  person('emergencyContactMobile', '紧急联系人电话', 'mobile of emergency contact', mobile, 'personal', {
    freshDays: 365,
    synonyms: ['家属电话', '紧急电话'],
  }),
]
