export default definePageConfig({
  navigationBarTitleText: '资料',
  // The browser has its own pull to refresh.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
