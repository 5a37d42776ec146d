/** Loaded into the server before everything else: tells its parent how much memory it holds. */
const everyMs = 5_000

setInterval(() => process.send?.({ memory: process.memoryUsage() }), everyMs).unref()
