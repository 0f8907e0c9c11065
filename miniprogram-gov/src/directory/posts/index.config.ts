export default definePageConfig({ navigationBarTitleText: '岗位目录', enablePullDownRefresh: true })
