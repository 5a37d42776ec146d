export const casesModule = 1
