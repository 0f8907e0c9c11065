export default definePageConfig({ navigationBarTitleText: '谁能看什么', enablePullDownRefresh: true })
