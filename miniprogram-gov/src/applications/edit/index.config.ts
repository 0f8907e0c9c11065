export default definePageConfig({ navigationBarTitleText: '调整应用' })
