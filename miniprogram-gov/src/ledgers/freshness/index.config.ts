export default definePageConfig({ navigationBarTitleText: '完整和新鲜', enablePullDownRefresh: true })
