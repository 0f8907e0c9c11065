export default definePageConfig({ navigationBarTitleText: '行业主管' })
