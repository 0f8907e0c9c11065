export default definePageConfig({ navigationBarTitleText: '该更新的', enablePullDownRefresh: true })
