export default definePageConfig({ navigationBarTitleText: '个人的审计记录', enablePullDownRefresh: true })
