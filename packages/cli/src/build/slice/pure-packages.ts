/** Packages whose calls make a value and do nothing else: schema libraries. */
const valueMakers =
  /^(zod|valibot|arktype|yup|superstruct|typebox|@sinclair\/typebox|@standard-schema\/[^/]+)(\/|$)/;

/** Packages whose constructors may go unused: clients and commands of the SDK, loggers, Node's own classes. */
const constructors = /^(@aws-sdk\/|@smithy\/|@aws-lambda-powertools\/|node:)/;

/** Calls that are as good as constructors. */
const pureCalls: readonly { readonly from: RegExp; readonly callee: RegExp }[] = [
  { from: /^@tankard\/framework$/, callee: /^Feature$/ },
  { from: /^@aws-sdk\/lib-dynamodb$/, callee: /^(DynamoDBDocument|DynamoDBDocumentClient)\.from$/ },
  { from: /^@aws-sdk\/util-dynamodb$/, callee: /^(un)?marshall$/ },
  { from: /^(node:)?(path|url|util|os)$/, callee: /./ },
  { from: /^(node:)?crypto$/, callee: /^(?:\w+\.)?(randomUUID|createHash)$/ },
  { from: /^(node:)?fs$/, callee: /^(?:\w+\.)?(readFileSync|existsSync)$/ },
];

const pureConstructors = new Set(
  (
    'Map Set WeakMap WeakSet WeakRef Date RegExp URL URLSearchParams Error TypeError RangeError Array Object ' +
    'TextEncoder TextDecoder AbortController Headers FormData Uint8Array ArrayBuffer ' +
    'Intl.DateTimeFormat Intl.NumberFormat Intl.PluralRules Intl.Collator Intl.ListFormat Intl.RelativeTimeFormat'
  ).split(' '),
);

const pureFunctions =
  /^(String|Number|Boolean|BigInt|Symbol|parseInt|parseFloat|structuredClone|encodeURIComponent|decodeURIComponent|(Math|Number|String)\.\w+|Symbol\.for|JSON\.(stringify|parse)|Object\.(freeze|keys|values|entries|fromEntries)|Array\.(from|of|isArray)|Buffer\.(from|alloc|byteLength)|Date\.(now|UTC|parse)|performance\.now|crypto\.randomUUID|process\.cwd)$/;

/** Whether what a package exports only makes values, however it is called. */
export function makesValues(from: string): boolean {
  return valueMakers.test(from);
}

/** Whether calling a package's export, or constructing it, has no effect. */
export function isPureCallee(from: string, callee: string, constructs: boolean): boolean {
  if (makesValues(from)) return true;
  if (constructs && constructors.test(from)) return true;
  return pureCalls.some((known) => known.from.test(from) && known.callee.test(callee));
}

/** Whether calling a global, or constructing it, has no effect. */
export function isPureGlobal(path: string, constructs: boolean): boolean {
  return constructs ? pureConstructors.has(path) : pureFunctions.test(path);
}
