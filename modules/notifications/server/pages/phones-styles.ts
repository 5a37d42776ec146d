/** The whole style of the demo phones, light and dark. Its own file, since the pages allow no inline style. */
export const phonesStyles = `
:root { color-scheme: light; --ground: #f3f3ef; --surface: #fff; --line: #dfdfd9; --edge: #7f8792; --ink: #16202b; --ink-3: #5b6673; --bar: #14284b;
  --bar-muted: #b9c6dc; --primary: #1b3f73; --primary-hover: #28569b; --bubble: #e9eff7; --bubble-edge: #b3c5de; --link: #1d4f94; --focus: #1a66d6;
  --mark: #8f4700; --mark-fill: #fff4e0; --mark-edge: #e8b66b; --wrong: #b3101d; }
@media (prefers-color-scheme: dark) { :root { color-scheme: dark; --ground: #0e141c; --surface: #16202b; --line: #2a3645; --edge: #74828f; --ink: #e9edf1;
  --ink-3: #98a4b1; --bar: #0a1a33; --bar-muted: #a9b9d3; --primary: #2d5ea6; --primary-hover: #3a70be; --bubble: #1b2c45; --bubble-edge: #37557f;
  --link: #8fb6ee; --focus: #7fb0ff; --mark: #f0b35c; --mark-fill: #2e2413; --mark-edge: #6d5326; --wrong: #ff8a87; } }
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
body { background: var(--ground); color: var(--ink); font: 17px/28px -apple-system, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei",
  "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums; }
a { color: var(--link); overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
header { background: var(--bar); color: #fff; }
header div { max-width: 640px; min-height: 52px; margin: 0 auto; padding: 0 20px; display: flex; align-items: center; gap: 12px; }
header strong { font-weight: 600; margin-right: auto; }
header a { color: #fff; padding: 8px 0; }
.demo { padding: 2px 8px; border: 1px solid var(--mark-edge); border-radius: 2px; background: var(--mark-fill); color: var(--mark); font-size: 15px; line-height: 20px; font-weight: 700; }
main { max-width: 640px; margin: 0 auto; padding: 20px; display: grid; gap: 16px; }
h1 { font-size: 26px; line-height: 36px; }
h2 { font-size: 20px; line-height: 30px; font-weight: 600; }
.muted, time { color: var(--ink-3); font-size: 15px; line-height: 24px; }
form { display: grid; gap: 4px; }
label { font-weight: 500; }
.wrong { color: var(--wrong); font-size: 15px; line-height: 24px; }
form div { display: flex; flex-wrap: wrap; gap: 8px; }
input { flex: 1 1 12em; min-width: 0; height: 56px; padding: 0 12px; border: 1px solid var(--edge); border-radius: 3px; background: var(--surface); color: var(--ink); font: inherit; }
input[aria-invalid] { border-color: var(--wrong); }
button { height: 56px; padding: 0 20px; border: 0; border-radius: 3px; background: var(--primary); color: #fff; font: inherit; font-weight: 500; cursor: pointer; }
button:hover { background: var(--primary-hover); }
ul { list-style: none; padding: 0; }
.phones { border: 1px solid var(--line); border-radius: 4px; background: var(--surface); }
.phones li + li { border-top: 1px solid var(--line); }
.phones li { padding: 10px 14px; display: grid; gap: 2px; }
.phones .top { display: flex; justify-content: space-between; align-items: baseline; gap: 12px; }
.phones .top a { font-weight: 600; padding: 8px 0; }
.phones p { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 15px; line-height: 24px; }
.phone { max-width: 420px; width: 100%; margin: 0 auto; border: 10px solid var(--bar); border-radius: 24px; background: var(--surface); min-height: 480px; }
.phone h2 { padding: 12px 16px; border-bottom: 1px solid var(--line); text-align: center; }
.phone ul { padding: 16px; display: grid; gap: 16px; }
.phone li { display: grid; gap: 2px; justify-items: start; }
.phone li p { padding: 10px 14px; border: 1px solid var(--bubble-edge); border-radius: 4px 16px 16px 16px; background: var(--bubble); overflow-wrap: anywhere; }
.phone > p { padding: 16px; }
`

/** Fetches the page again every three seconds and puts in what is new. Without it the page is the same and is reloaded by hand. */
export const phonesScript = `
document.querySelector('[data-note]')?.removeAttribute('hidden')
setInterval(async () => {
  if (document.hidden) return
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  if (!answer || !answer.ok) return
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]')
  const shown = document.querySelector('[data-live]')
  if (next && shown && next.innerHTML !== shown.innerHTML) shown.innerHTML = next.innerHTML
}, 3000)
`
