export default definePageConfig({ navigationBarTitleText: '数据下沉', enablePullDownRefresh: true })
