export default definePageConfig({ navigationBarTitleText: '地理层级', enablePullDownRefresh: true })
