export default definePageConfig({
  navigationBarTitleText: '代办申请',
  // The browser has its own pull to refresh.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
