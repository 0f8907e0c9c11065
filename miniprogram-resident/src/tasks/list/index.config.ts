export default definePageConfig({
  navigationBarTitleText: '我的任务',
  // The browser has its own pull to refresh.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
