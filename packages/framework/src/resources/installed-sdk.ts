/**
 * The SDK is looked up when it is needed and by a name that bundlers don't follow: an `import` here would put
 * the client into every function of every app. Lambda's runtime brings one; `require` finds it there, `import` does not.
 *
 * @param what needs it, for the error
 * @throws {Error} where it is not installed
 */
export function installedSdk<Sdk>(name: string, what: string): Sdk {
  const require = process.getBuiltinModule('node:module').createRequire(`${process.cwd()}/index.js`);
  try {
    return require(name) as Sdk;
  } catch (cause) {
    throw new Error(`${what} needs ${name}, which is not installed here. Add it to your dependencies.`, {
      cause,
    });
  }
}
