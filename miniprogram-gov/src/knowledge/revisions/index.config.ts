export default definePageConfig({ navigationBarTitleText: '修订', enablePullDownRefresh: true })
