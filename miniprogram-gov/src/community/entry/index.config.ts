export default definePageConfig({ navigationBarTitleText: '掌上服务站' })
