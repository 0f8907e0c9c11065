export default definePageConfig({ navigationBarTitleText: '任务项', enablePullDownRefresh: true })
