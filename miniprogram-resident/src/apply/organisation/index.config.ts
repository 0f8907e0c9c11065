export default definePageConfig({
  navigationBarTitleText: '单位的事',
})
