export default definePageConfig({ navigationBarTitleText: '申请数据', enablePullDownRefresh: true })
