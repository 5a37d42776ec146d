/** Words of passkeys. */
export const passkeysZh = {
  title: '通行密钥',
  why: '用手机或安全密钥的指纹、人脸或 PIN 登录，不输密码和验证码；私钥不离开设备。丢了设备，请在这里删除。',
  none: '没有通行密钥。',
  name: '设备名称',
  nameHint: '如：值班手机',
  add: '添加通行密钥',
  remove: '删除',
  removeNamed: (name: string) => `删除通行密钥 ${name}`,
  made: (at: string) => `添加于 ${at}`,
  used: (at: string) => `最近使用 ${at}`,
  neverUsed: '还没有用过',
  cancelled: '没有完成：设备没有回应，或已取消。',
  signIn: '用通行密钥登录',
}
