export const moveCase = 1
