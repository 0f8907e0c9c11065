import { idOfDivision } from '../functions/hierarchy/divisions'
import { childrenOf } from '../functions/hierarchy/index'
import { inventedPhone } from '../functions/local/demonstration'

/** Phones of the demonstration's officials, by where and what they are. */
export async function officialPhones() {
  const beijing = await childrenOf(idOfDivision('110105026'))
  const at = (code: string, post: 0 | 1) =>
    inventedPhone(1000 + 3 + beijing.findIndex(({ id }) => id === idOfDivision(code)) * 2 + post + 1)
  return {
    /** 社工 of 花家地北里. */
    worker: at('110105026047', 1),
    /** 书记 of 花家地北里. */
    secretary: at('110105026047', 0),
    /** 社工 of the neighbouring 花家地西里. */
    neighbourWorker: at('110105026034', 1),
    subdistrict: inventedPhone(1003),
    district: inventedPhone(1002),
    city: inventedPhone(1001),
    /** 单位联络员 of an enterprise in 花家地北里: on no duty there. */
    contact: inventedPhone(1900),
    /** 单位联络员 of a hospital. */
    hospital: inventedPhone(1904),
    /** 部门经办人 of the district's departments. */
    housing: inventedPhone(1911),
    market: inventedPhone(1913),
    /** 安全审计员 and a second 权限管理员 of the city. */
    auditor: inventedPhone(1901),
    keeper: inventedPhone(1902),
    /** 社工 of a community in Datong. */
    datongWorker: inventedPhone(5000 + 3 + 2),
  }
}
