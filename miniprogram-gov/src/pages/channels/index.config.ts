export default definePageConfig({ navigationBarTitleText: '互通', enablePullDownRefresh: true })
