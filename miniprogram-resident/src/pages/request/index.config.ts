export default definePageConfig({
  navigationBarTitleText: '办理进展',
  // The browser has its own pull to refresh.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
