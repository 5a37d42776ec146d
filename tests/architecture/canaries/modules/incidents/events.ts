export const called = 1
