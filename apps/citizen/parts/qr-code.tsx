import { create } from 'qrcode'

/** A QR code as one path; `title` says what it leads to. Four modules of quiet zone around it (ISO/IEC 18004). */
export function QrCode({ text, title }: { text: string; title: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (data[row * size + column]) path += `M${column + 4} ${row + 4}h1v1h-1z`
    }
  }
  const side = size + 8
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={title}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} className="qr-ground" />
      <path d={path} className="qr-dark" />
    </svg>
  )
}
