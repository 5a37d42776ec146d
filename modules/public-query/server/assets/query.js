// The QR of a receipt carries number and code behind #, where no server sees them. Without this script the person types them.
;(() => {
  const [, number, code] = /^#v1\.(A\d{22})\.(\d{16})$/.exec(location.hash) ?? []
  if (number === undefined) return
  // why: at once, so that neither history, bookmark nor a glance at the address bar keeps the code.
  history.replaceState(null, '', location.pathname + location.search)
  const field = (id) => document.getElementById(id)
  const [numberField, codeField, phoneField] = [field('number'), field('code'), field('phone')]
  if (!numberField || !codeField) return
  numberField.value = number.replace(/^(.{7})(.{6})(.{6})(.{4})$/, '$1 $2 $3 $4')
  codeField.value = code.replace(/(\d{4})(?=\d)/g, '$1 ')
  const box = codeField.closest('details')
  if (box) box.open = true
  const [send, use] = document.querySelectorAll('#query .button')
  send?.classList.remove('primary')
  use?.classList.add('primary')
  // why: who came by the receipt has but the phone to type; the other way comes after the button that is right.
  if (box && send) box.after(send)
  phoneField?.focus()
})()
