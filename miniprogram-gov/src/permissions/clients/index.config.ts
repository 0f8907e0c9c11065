export default definePageConfig({ navigationBarTitleText: '其他系统', enablePullDownRefresh: true })
