export default definePageConfig({ navigationBarTitleText: '带给其他服务的资料' })
