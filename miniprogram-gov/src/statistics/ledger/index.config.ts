export default definePageConfig({ navigationBarTitleText: '台账统计', enablePullDownRefresh: true })
