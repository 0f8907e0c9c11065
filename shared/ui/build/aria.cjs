const path = require('node:path')
const attributes = require('./aria-attributes.cjs')

/**
 * Lets weapp views and inputs carry the words screen readers say: Taro's templates leave WeChat's aria attributes out unless they are added to
 * the known attributes, in the templates and in the runtime.
 */
module.exports = (context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(context, attributes)
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'aria-runtime.js'))
    },
  })
}
