import { permissionRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { codeToSession, phoneNumber } from '../../platform/outside/wechat'
import { checkPhoneCode, signOut as end, refresh, sendPhoneCode as send, signIn } from '../sessions'

const routes = permissionRoutes

export const signInByWechat = endpoint(routes.signInByWechat, async ({ body }) => {
  const wechat = await codeToSession(body.app, body.code)
  const phone = body.phoneCode === undefined ? undefined : await phoneNumber(body.app, body.phoneCode)
  return signIn(body.app, { wechat, ...(phone === undefined ? {} : { phone }) })
})

export const sendPhoneCode = endpoint(routes.sendPhoneCode, async ({ body }) => send(body.app, body.phone))

export const signInByPhone = endpoint(routes.signInByPhone, async ({ body }) => {
  await checkPhoneCode(body.app, body.phone, body.code)
  const wechat = body.wechatCode === undefined ? undefined : await codeToSession(body.app, body.wechatCode)
  return signIn(body.app, { phone: body.phone, ...(wechat === undefined ? {} : { wechat }) })
})

export const refreshSession = endpoint(routes.refreshSession, async ({ body }) => refresh(body.refreshToken))

/** Which number it is says WeChat; it is told to nobody but whose phone the button was pressed on, and kept by nobody here. */
export const wechatPhone = endpoint(routes.wechatPhone, async ({ body }) => ({
  phone: await phoneNumber(body.app, body.code),
}))

export const signOut = endpoint(routes.signOut, async ({ signed }) => {
  if (signed === undefined) throw new Problem('unauthenticated')
  await end(signed.actor.id, signed.family)
  return {}
})
