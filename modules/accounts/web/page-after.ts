/** Where to go after logging in: only to a page of ours. */
export const pageAfter = (then: string | undefined): string => (then && /^\/staff\/(?!login)[^\\]*$/.test(then) ? then : '/staff/')
