// Beats from beside the page: a browser slows the timers of a page that nobody looks at down to one a minute, but not these.
addEventListener('message', ({ data }: MessageEvent<number>) => {
  setInterval(() => postMessage(null), data)
})
