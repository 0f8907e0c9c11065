export default definePageConfig({
  navigationBarTitleText: '请您填写',
  // The browser has its own pull to refresh.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
