import type { Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import { isReadName } from '../code/names.ts';
import type { NotSeen } from '../usage.ts';
import { contentsOf, isContainer } from '../values/contents.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { propertyName } from '../values/expression.ts';
import type { Fact } from '../values/fact.ts';
import { connectionMethods } from '../values/socket.ts';
import { destinationOf } from './destination.ts';
import { functionOperation, isClientPackage, waiterSubject } from './operations.ts';

const permissions = "or add what it needs to the handler's `permissions`.";

/** What an expression does with the SDK that cannot be decided; undefined where all is clear. */
export function notSeenAt(evaluation: Evaluation, file: CodeFile, node: Node): NotSeen | undefined {
  switch (node.type) {
    case 'CallExpression':
      return (
        unknownConnection(evaluation, file, node) ??
        unknownCall(evaluation, file, node) ??
        handedClient(evaluation, file, node)
      );
    case 'MemberExpression':
      return unknownMember(evaluation, file, node) ?? handedClient(evaluation, file, node);
    case 'NewExpression':
    case 'Identifier':
      return handedClient(evaluation, file, node);
    default:
      return undefined;
  }
}

function unknownCall(
  evaluation: Evaluation,
  file: CodeFile,
  node: Extract<Node, { type: 'CallExpression' }>,
): NotSeen | undefined {
  const callee = evaluation.of(file, node.callee).known;
  const command = node.arguments[0];
  if (callee.some(isSend) && (!command || isUnknown(evaluation, file, command))) {
    return {
      place: file.placeOf(node),
      what: 'A client sends a command that cannot be seen here.',
      remedy: `Make the command where it is sent, as client.send(new PutItemCommand({ … })), ${permissions}`,
    };
  }
  const waiter = callee.find(
    (fact) => fact.is === 'export' && isClientPackage(fact.package) && waiterSubject(fact.name) !== undefined,
  );
  if (waiter?.is !== 'export' || functionOperation(waiter.package, waiter.name)) return undefined;
  return {
    place: file.placeOf(node),
    what: `What ${waiter.name} of ${waiter.package} asks AWS is not known.`,
    remedy: "Add the action to the handler's `permissions`.",
  };
}

/** `anything.connection.send(…)` of a value that is not known, in an app that has connections. */
function unknownConnection(
  { manifest, of }: Evaluation,
  file: CodeFile,
  { callee }: Extract<Node, { type: 'CallExpression' }>,
): NotSeen | undefined {
  if (!manifest.websocket || callee.type !== 'MemberExpression' || of(file, callee).known.length > 0)
    return undefined;
  const named = (node: Node, names: readonly string[]): boolean =>
    node.type === 'MemberExpression' &&
    node.property.type === 'Identifier' &&
    names.includes(node.property.name);
  const holder = callee.object.type === 'CallExpression' ? callee.object.callee : callee.object;
  if (!named(callee, connectionMethods) || !named(holder, ['connection'])) return undefined;
  return {
    place: file.placeOf(callee),
    what: 'A connection is spoken to that cannot be followed here.',
    remedy: `Say what holds it, as (message: WebsocketMessage) => …, ${permissions}`,
    action: 'execute-api:ManageConnections',
  };
}

/** Whether a callee is a client's `send`. */
export const isSend = (fact: Fact): boolean =>
  fact.is === 'method' && fact.method === 'send' && isClientPackage(fact.package);

/** Whether a command may be one that is made nowhere in the project's code. */
function isUnknown(evaluation: Evaluation, file: CodeFile, command: Node): boolean {
  const { known, open } = evaluation.of(file, command);
  return open || known.length === 0;
}

function unknownMember(
  evaluation: Evaluation,
  file: CodeFile,
  node: Extract<Node, { type: 'MemberExpression' }>,
): NotSeen | undefined {
  if (propertyName(evaluation, file, node) !== undefined) return undefined;
  const of = evaluation.of(file, node.object).known.find(isSdk);
  if (!of) return undefined;
  return {
    place: file.placeOf(node),
    what: `Which ${of.is === 'package' ? `export of ${of.package}` : `method of ${of.name}`} is used is only known when it runs.`,
    remedy: `Name it, as client.putItem({ … }), ${permissions}`,
  };
}

type SdkFact = Extract<Fact, { is: 'package' | 'instance' }>;

const isSdk = (fact: Fact): fact is SdkFact =>
  (fact.is === 'package' || fact.is === 'instance') && isClientPackage(fact.package);

/** A client that is given to a package: what the package calls is not in the project's code. */
function handedClient(evaluation: Evaluation, file: CodeFile, node: Node): NotSeen | undefined {
  if (node.type === 'Identifier' && !isReadName(file.nameOf(node), node)) return undefined;
  const facts = evaluation.of(file, node);
  if (!clientIn(facts.known) && !facts.known.some(isContainer)) return undefined;
  if (isBoundTo(file, node)) return undefined;
  const destination = destinationOf(evaluation, file, node);
  if (destination.to !== 'outside' || isHarmless(destination.package)) return undefined;
  const client = clientIn(contentsOf(evaluation, facts));
  if (!client) return undefined;
  return {
    place: file.placeOf(node),
    what: `${client.name} is handed to ${destination.package ?? 'code that cannot be followed'}: what that calls cannot be seen.`,
    remedy: "Add what it needs to the handler's `permissions`.",
  };
}

/** `client.getItem.bind(client)`: the client goes to its own method. */
function isBoundTo(file: CodeFile, node: Node): boolean {
  const call = file.parentOf(node);
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  const { object, property } = call.callee;
  const isBind = property.type === 'Identifier' && /^(bind|call|apply)$/.test(property.name);
  return isBind && object.type === 'MemberExpression' && call.arguments[0] === node;
}

function clientIn(facts: readonly Fact[]): Extract<Fact, { is: 'instance' }> | undefined {
  for (const fact of facts) {
    if (fact.is === 'instance' && isClientPackage(fact.package) && !fact.name.endsWith('Command'))
      return fact;
  }
  return undefined;
}

/** The SDK's own libraries, whose calls are known, and tracers, which call nothing themselves. */
const isHarmless = (name: string | undefined): boolean =>
  name !== undefined &&
  /^(@aws-sdk\/|@smithy\/|@tankard\/|@aws-lambda-powertools\/tracer$|aws-xray-sdk)/.test(name);
