export default definePageConfig({ navigationBarTitleText: '属性', enablePullDownRefresh: true })
