export default definePageConfig({ navigationBarTitleText: '全部人员', enablePullDownRefresh: true })
