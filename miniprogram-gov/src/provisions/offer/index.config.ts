export default definePageConfig({ navigationBarTitleText: '提供数据', enablePullDownRefresh: true })
