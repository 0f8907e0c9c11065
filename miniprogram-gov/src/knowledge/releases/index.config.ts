export default definePageConfig({ navigationBarTitleText: '更新记录', enablePullDownRefresh: true })
