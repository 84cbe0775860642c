export function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(new Uint8Array(der))
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** The blocks of one label in a PEM text, each with its frame. */
export function pemBlocks(text: string, label: RegExp): readonly string[] {
  const blocks = text.match(/-----BEGIN ([A-Z0-9 ]+)-----[^-]+-----END \1-----/g) ?? []
  return blocks.filter((block) => label.test(block.slice(0, block.indexOf('\n'))))
}
