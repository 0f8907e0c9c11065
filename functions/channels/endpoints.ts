import { channel, close, create, list, publish, revise } from './handlers/channels'
import { file, newFile } from './handlers/files'
import {
  add,
  claim,
  conclude,
  confirm,
  myRequests,
  rate,
  release,
  request,
  requests,
  returnRequest,
  withdraw,
} from './handlers/requests'
import { service, services } from './handlers/services'
import { counts, statistics } from './handlers/statistics'
import { submit } from './handlers/submit'

export const endpoints = [
  create,
  revise,
  publish,
  close,
  channel,
  list,
  counts,
  statistics,
  requests,
  services,
  service,
  newFile,
  file,
  submit,
  myRequests,
  request,
  claim,
  release,
  confirm,
  returnRequest,
  conclude,
  add,
  withdraw,
  rate,
]
