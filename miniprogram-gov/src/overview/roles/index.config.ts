export default definePageConfig({ navigationBarTitleText: '各岗位的首页' })
