/** The JSON Schema inside a TypeBox type, as far as the kit looks into it. */
export interface SchemaNode {
  readonly type?: string
  readonly const?: unknown
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>
  readonly additionalProperties?: boolean | SchemaNode
  readonly unevaluatedProperties?: boolean | SchemaNode
  readonly required?: readonly string[]
  readonly items?: SchemaNode | readonly SchemaNode[]
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
  readonly allOf?: readonly SchemaNode[]
  readonly $defs?: Readonly<Record<string, SchemaNode>>
  readonly enum?: readonly unknown[]
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same schema, in which every object that does not say otherwise takes only the properties it names. */
export function closed(node: SchemaNode): SchemaNode {
  return rebuilt(node, true)
}

function rebuilt(node: SchemaNode, close: boolean): SchemaNode {
  // `true` and `false` are schemas too.
  if (typeof node !== 'object') return node
  // Parts of an intersection are closed together: each alone would refuse the properties of the others.
  const together = node.allOf !== undefined
  const result: Record<string, unknown> = { ...node }
  const each = (nodes: readonly SchemaNode[], closing: boolean) => nodes.map((one) => rebuilt(one, closing))
  const named = (nodes: Readonly<Record<string, SchemaNode>>) =>
    Object.fromEntries(Object.entries(nodes).map(([name, one]) => [name, rebuilt(one, true)]))
  if (node.properties) result.properties = named(node.properties)
  if (node.patternProperties) result.patternProperties = named(node.patternProperties)
  if (node.$defs) result.$defs = named(node.$defs)
  if (Array.isArray(node.items)) result.items = each(node.items, true)
  else if (node.items) result.items = rebuilt(node.items as SchemaNode, true)
  if (node.anyOf) result.anyOf = each(node.anyOf, close)
  if (node.oneOf) result.oneOf = each(node.oneOf, close)
  if (node.allOf) result.allOf = each(node.allOf, false)
  const open = node.additionalProperties !== undefined || node.unevaluatedProperties !== undefined
  if (isRecord(node.additionalProperties)) {
    result.additionalProperties = rebuilt(node.additionalProperties as SchemaNode, true)
  }
  if (close && !open) {
    if (together) result.unevaluatedProperties = false
    else if (node.type === 'object') result.additionalProperties = false
  }
  return result as SchemaNode
}
