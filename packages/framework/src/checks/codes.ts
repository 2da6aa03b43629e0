/**
 * Every code that describing an app may report, with what it means in one sentence. Kept in alphabetical order.
 * `docs/reference/errors.md` is generated from here, and each code is provoked by a test.
 */
export const codes = {
  CLASS_UNUSED: 'A class has decorated methods, and the app uses no instance of it.',
  CLASS_USED_TWICE: 'The app uses two instances of a class with decorated methods.',
  HANDLER_NAME_INVALID: "A handler's name can't be part of the name of a Lambda function.",
  HANDLER_NAME_RESERVED: "A handler is called 'api', as the function of the routes is.",
  HANDLER_NAME_TWICE: 'Two handlers have the same name.',
  HANDLER_UNNAMED: 'A handler has no name.',
  ROUTE_CHARACTER: "A route's path holds a character that can't be part of one.",
  ROUTE_DOUBLE_SLASH: "A route's path has two slashes in a row.",
  ROUTE_GREEDY_NOT_LAST: "A route's path goes on after a parameter that takes the rest of it.",
  ROUTE_METHOD: 'A route has no method, or one that does not exist.',
  ROUTE_PARAM_NAME: "A route's parameter has a name that API Gateway refuses.",
  ROUTE_PARAM_NAMES: 'Two routes of one method differ only in the names of their parameters.',
  ROUTE_PARAM_PART: "A route's parameter is only a piece of a part of the path.",
  ROUTE_PARAM_TWICE: 'A route has two parameters of one name.',
  ROUTE_SLASH_MISSING: "A route's path does not begin with a slash.",
  ROUTE_TIMEOUT: "A route's timeout is longer than API Gateway waits.",
  ROUTE_TRAILING_SLASH: "A route's path ends with a slash.",
  ROUTE_TWICE: 'Two handlers have the same route.',
} as const;
