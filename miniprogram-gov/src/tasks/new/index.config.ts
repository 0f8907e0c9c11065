export default definePageConfig({ navigationBarTitleText: '下派任务', enablePullDownRefresh: true })
