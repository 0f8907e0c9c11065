export default definePageConfig({ navigationBarTitleText: '开通应用' })
