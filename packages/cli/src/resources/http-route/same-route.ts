/**
 * Whether two route keys take the same requests and differ in the names of parameters only. API Gateway
 * has one of them at a time: `GET /users/{id}` is in the way of `GET /users/{name}`.
 */
export function isSameRoute(one: string, other: string): boolean {
  return shapeOf(one) === shapeOf(other);
}

const shapeOf = (key: string): string => key.replace(/\{[^}+]*(\+?)\}/g, '{$1}');
