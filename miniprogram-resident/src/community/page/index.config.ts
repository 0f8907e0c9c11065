export default definePageConfig({
  navigationBarTitleText: '掌上服务站',
  // The browser has its own pull to refresh.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
