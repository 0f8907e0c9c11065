export default definePageConfig({ navigationBarTitleText: '代码表' })
