export default definePageConfig({ navigationBarTitleText: '编写规则' })
