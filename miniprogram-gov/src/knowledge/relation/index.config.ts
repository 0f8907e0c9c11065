export default definePageConfig({ navigationBarTitleText: '关系' })
