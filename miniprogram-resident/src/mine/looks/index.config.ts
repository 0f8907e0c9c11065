export default definePageConfig({
  navigationBarTitleText: '谁看过我的信息',
  // The browser has its own pull to refresh.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
