export default definePageConfig({ navigationBarTitleText: '由谁负责', enablePullDownRefresh: true })
