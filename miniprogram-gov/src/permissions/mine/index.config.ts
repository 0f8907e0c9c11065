export default definePageConfig({ navigationBarTitleText: '我能看什么、做什么', enablePullDownRefresh: true })
