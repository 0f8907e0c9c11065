export default definePageConfig({ navigationBarTitleText: '改派记录', enablePullDownRefresh: true })
