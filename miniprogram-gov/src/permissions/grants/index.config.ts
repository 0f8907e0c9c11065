export default definePageConfig({ navigationBarTitleText: '权限规则', enablePullDownRefresh: true })
