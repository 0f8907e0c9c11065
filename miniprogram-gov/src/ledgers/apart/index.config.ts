export default definePageConfig({ navigationBarTitleText: '拆开', enablePullDownRefresh: true })
