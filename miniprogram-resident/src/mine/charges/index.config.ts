export default definePageConfig({
  navigationBarTitleText: '我代办的人和单位',
  // The browser has its own pull to refresh.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
