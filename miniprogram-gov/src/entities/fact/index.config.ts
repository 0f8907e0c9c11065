export default definePageConfig({ navigationBarTitleText: '一条资料的来历' })
