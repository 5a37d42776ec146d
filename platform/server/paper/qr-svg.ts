import { renderSVG } from 'uqr'

// law: the quiet zone of ISO/IEC 18004 is four modules wide on every side; less, and older scanners fail.
const quietZone = 4

/** A QR code as SVG text, error level M, with its quiet zone; a template prints it with `image(bytes(…), format: "svg")`. */
export const qrSvg = (text: string): string => renderSVG(text, { ecc: 'M', border: quietZone, pixelSize: 1 })
