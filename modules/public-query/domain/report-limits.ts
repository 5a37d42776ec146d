/** Reports that one phone may confirm in one day of Beijing. */
export const reportsADay = 3
/** Codes sent to one phone for reports in one day: a phone that somebody else types is not to ring all day. */
export const reportCodesADay = 6
/** Reports begun from one address in one day; late, since a carrier puts thousands behind one address. */
export const addressReportsADay = 60
/** How long a report waits for its code before it is forgotten. */
export const reportMinutes = 30
