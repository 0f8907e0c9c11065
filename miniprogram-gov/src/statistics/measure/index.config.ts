export default definePageConfig({ navigationBarTitleText: '加一个指标' })
