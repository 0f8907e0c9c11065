export default definePageConfig({ navigationBarTitleText: '应用', enablePullDownRefresh: true })
