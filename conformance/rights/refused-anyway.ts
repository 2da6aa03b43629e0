/** A function of the corpus that is refused a call with all that its role allows, and why. Its rights are not judged. */
export interface RefusedAnyway {
  readonly functions: RegExp;
  readonly reason: string;
}

/** One that matches nothing any more fails the suite. */
export const refusedAnyway: readonly RefusedAnyway[] = [
  {
    functions: /^(callsGiven|makesCommand|readsGivenTable)$/,
    reason: 'The call cannot be seen in the code, and `tankard policy` says so with its place.',
  },
  {
    functions: /^saysItself$/,
    reason: "The policy is written by hand (`grants: 'explicit'`), and the code does something else.",
  },
  {
    functions: /^(selects|selectsFromIndex|runsStatements)$/,
    reason: 'AWS asks for the verb of a PartiQL statement, MiniStack for the operation that carries it.',
  },
  {
    functions: /^posts$/,
    reason: 'AWS asks for execute-api:ManageConnections, MiniStack for apigateway:POST.',
  },
  {
    functions: /^recordsClick$/,
    reason: 'MiniStack finds another signature than the SDK for a call to Kinesis from a function.',
  },
  {
    functions: /^assumesRole$/,
    reason: "The role is somebody else's and not there, so that nobody may take it on.",
  },
];

export function refusalFor(name: string): RefusedAnyway | undefined {
  return refusedAnyway.find(({ functions }) => functions.test(name));
}
