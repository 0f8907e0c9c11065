export default definePageConfig({
  navigationBarTitleText: '消息',
  // The browser has its own pull to refresh.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
