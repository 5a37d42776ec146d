type Facts = Readonly<Record<string, unknown>>

const wait = (facts: Facts): string => {
  const seconds = Number(facts['waitSeconds'])
  return seconds < 120 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟（${seconds} 秒）`
}

/** What the server says of accounts. */
export const zh = {
  refusals: {
    policeNumber: '警号为 6 位数字。',
    reconsiderationOrgan: '请写全称，如“汾川县人民政府”。',
    court: '请写全称，如“汾川县人民法院”。',
    'accounts.wrongSignIn': (facts: Facts) =>
      Number(facts['waitSeconds']) > 0 ? `警号或密码不正确。请等 ${wait(facts)}后再试。` : '警号或密码不正确。',
    'accounts.waitBeforeNextTry': (facts: Facts) => `尝试次数过多，请等 ${wait(facts)}后再试。`,
    sixDigits: '验证码为 6 位数字。',
    'accounts.codeNeeded': '密码正确。请输入验证器上的 6 位验证码。',
    'accounts.wrongCode': '验证码不正确或已用过。请等验证器换一个数字再输。',
    'accounts.codeDoesNotFit': '验证码对不上。请核对手机时间，输入此刻显示的数字。',
    'accounts.wrongProof': '不正确，请重输。验证码用过一次的，请等下一个。',
    'accounts.secondFactorDemanded': '您的角色要求二次验证，不能停用。换手机请点“换一部手机”。',
    'accounts.noSecondFactor': '还没有设置二次验证。',
    'accounts.notYourOwn': '自己的二次验证要由另一名管理员重置；只有一名管理员的，在服务器上运行 npm run admin -- recover。',
    'accounts.passkeysNotOffered': '这里不能用通行密钥：要有域名和 HTTPS。',
    'accounts.passkeyNotRight': '通行密钥没有通过，请重试或用密码登录。',
    'accounts.passkeyNotFound': '没有这个通行密钥。',
    'accounts.tooManyPasskeys': (facts: Facts) => `最多 ${String(facts['most'])} 个通行密钥，请先删除不用的。`,
    'accounts.wrongOldPassword': '原密码不正确。',
    'accounts.passwordTooShort': (facts: Facts) => `新密码至少 ${String(facts['shortest'])} 位。`,
    'accounts.passwordHoldsPoliceNumber': '新密码不能包含警号。',
    'accounts.passwordUnchanged': '新密码与原密码相同，请换一个。',
    officePhone: '电话为 5 至 20 位数字，可含空格和短横。',
    unitCode: '单位代码为 12 位数字。',
    'accounts.invitationNotValid': (facts: Facts) =>
      Number(facts['waitSeconds']) > 0
        ? `警号与邀请码不符，或邀请码已用过、过期、撤回。请等 ${wait(facts)}后再试。`
        : '警号与邀请码不符，或邀请码已用过、过期、撤回。请核对，或请管理员重发。',
    'accounts.invitationNotFound': '没有这个有效的邀请，或不在您的管理范围内。',
    'accounts.policeNumberTaken': '这个警号已有账号。',
    'accounts.unitNotYours': '没有这个单位，或不在您的管理范围内。',
    'accounts.notOnOneself': '不能对自己的账号这样做，请另一名管理员办理。',
    'accounts.alreadyInactive': '账号已经停用。',
    'accounts.alreadyActive': '账号本来就在用。',
    'accounts.unitCodeNotInBureau': '单位代码应为 12 位数字，且不能是本局自身或别局的代码。',
    'accounts.unitInCircle': '上级单位不能是它自己或它的下级。',
    'accounts.csvNotReadable': '这不是能读的 CSV 文件。请从表格软件另存为 CSV。',
    'accounts.bureauThere': '这个代码的公安局已经建好。',
    'accounts.unitFileFaulty': '单位文件有错，什么都没有写入。',
    'accounts.othersCanReset': (facts: Facts) =>
      `还有管理员可以在页面上重置：${String(facts['policeNumbers'])}。本命令只用于最后一名管理员。`,
    'accounts.notAnAdministrator': '没有这个警号的管理员。',
    'accounts.roleNotYours': '您没有这个角色，或它是代别人行使的。',
    'accounts.noSuchColleague': '本局没有这名在职民警。',
    'accounts.delegationEndsTooSoon': '结束时间应在开始和现在之后。',
    'accounts.delegationTooLong': (facts: Facts) => `一次最多委托 ${String(facts['days'])} 天。`,
    'accounts.delegationNotFound': '没有这项委托，或已经结束。',
    'accounts.sessionNotFound': '这次登录已经结束。',
    'accounts.unitNotFound': '没有这个单位，或不在您的查看范围内。',
    'accounts.viewNotFound': '这个视图已经删除。',
    'accounts.tooManyViews': (facts: Facts) => `一个列表最多保存 ${String(facts['limit'])} 个视图，请先删除不用的。`,
    'accounts.officerNotFound': '没有这名民警，或不在您的管理范围内。',
  },
}
