export default definePageConfig({ navigationBarTitleText: '城市知识体系', enablePullDownRefresh: true })
