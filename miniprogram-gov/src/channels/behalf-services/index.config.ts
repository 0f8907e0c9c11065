export default definePageConfig({ navigationBarTitleText: '替 TA 办事' })
