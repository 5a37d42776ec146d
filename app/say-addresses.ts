import { roleName } from '#kernel/role-name.ts'
import { bureauIsSetUp, listDemoLogins } from '#modules/accounts/index.ts'
import type { Config } from '#platform/server/config.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'

/** Where to click and, in a demo, who to sign in as. */
export async function sayAddresses({ publicUrl, staffUrl }: Config, platform: Platform): Promise<void> {
  const lines = [
    '',
    '阳光执法已就绪 · Daylight is ready',
    `  群众查询 Citizens     ${publicUrl}/`,
    `  民警工作 Staff        ${staffUrl}/staff/`,
  ]
  if (platform.isDemo) {
    const { rows } = await listDemoLogins(platform)
    lines.push(`  演示手机 Demo phones  ${publicUrl}/demo/phones`, '', '演示登录（警号 / 密码）· Demo log-ins (police number / password)')
    for (const { role, policeNumber, password, name, unitName } of rows)
      lines.push(`  ${policeNumber}  ${password}   ${roleName[role].zh} ${roleName[role].en} · ${name} ${unitName}`)
  }
  if (!platform.isDemo && !(await bureauIsSetUp(openAs(platform.db))))
    lines.push(
      '',
      '还没有单位和账号。请停下来，先运行 npm run setup（不带参数会说明用法）',
      'No bureau and no accounts yet: stop, and run npm run setup (without words it says how)',
    )
  lines.push('', 'Ctrl-C 停止 · Ctrl-C stops', '')
  process.stdout.write(`${lines.join('\n')}\n`)
}
