import type { AnyNode, Graph } from '../graph/node.ts';
import { uniqueIds } from '../resources/logical-id.ts';
import type { Models } from '../resources/models.ts';
import type { CfnResource, KindTemplate, TemplateContext } from '../resources/template.ts';
import { templates } from '../resources/templates.ts';
import type { Ref, Value } from '../resources/value.ts';
import { intrinsic, type Names } from './intrinsics.ts';
import { type LogicalIds, logicalIds } from './logical-ids.ts';
import type { Template } from './template.ts';

/** Writes a graph as a SAM template. One graph gives one template, whatever the order of its nodes. */
export function renderTemplate(graph: Graph): Template {
  const ids = logicalIds(graph);
  const names: Names = { reference: (ref) => referenceText(ref, graph, ids), parameter: ids.parameter };
  const value = (one: Value) => intrinsic(one, names);
  const resources = [...graph.nodes.values()].flatMap((node) => {
    return renderNode(node, { id: ids.node(node.id), idOf: ids.node, value, tags: graph.tags });
  });
  const outputs = uniqueIds(new Map(graph.outputs.map(({ name, description }) => [description, name])));
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Transform: 'AWS::Serverless-2016-10-31',
    Description: `${graph.app}, stage ${graph.stage}`,
    Parameters: section(graph.parameters, ({ name, value: given, description }) => [
      ids.parameter(name),
      { Type: 'String', Description: description, Default: given },
    ]),
    Resources: section(resources, (entry) => entry) ?? {},
    Outputs: section(graph.outputs, ({ description, value: shown }) => [
      outputs.get(description) ?? description,
      { Description: description, Value: value(shown) },
    ]),
  };
  // Through JSON, because that leaves out what is undefined.
  return JSON.parse(JSON.stringify(template)) as Template;
}

type Entry<T> = readonly [key: string, value: T];

/** Sorted by key; nothing where there is nothing, because CloudFormation refuses an empty section. */
function section<From, To>(
  items: readonly From[],
  entry: (item: From) => Entry<To>,
): Readonly<Record<string, To>> | undefined {
  if (items.length === 0) return undefined;
  return Object.fromEntries(items.map(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function renderNode<K extends AnyNode['kind']>(
  node: Extract<AnyNode, { kind: K }>,
  context: TemplateContext,
): readonly Entry<CfnResource>[] {
  const kind: KindTemplate<Models[K]> = templates[node.kind as K];
  const dependsOn = node.dependsOn.map(context.idOf).sort();
  return Object.entries(kind.render(node.model as Models[K], context)).map(([id, { Type, ...rest }]) => {
    const own = id === context.id && dependsOn.length > 0 ? { DependsOn: dependsOn } : {};
    return [id, { Type, ...own, ...rest }];
  });
}

/** @throws Error for an attribute that the kind does not have in templates. */
function referenceText({ $ref, attribute }: Ref, { nodes }: Graph, ids: LogicalIds): string {
  const node = nodes.get($ref);
  const text = node && attributeText(node, attribute, ids.node($ref));
  if (text === undefined) throw new Error(`A template has no '${attribute}' of '${$ref}'.`);
  return text;
}

function attributeText(node: AnyNode, attribute: Ref['attribute'], id: string): string | undefined {
  const kind = templates[node.kind] as KindTemplate<AnyNode['model']>;
  return kind.attributes[attribute]?.(id, node.model);
}
