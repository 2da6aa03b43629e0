const DATE = '20260101';

/** Headers of a request that we make ourselves: no engine verifies the signature, and none takes a request without one. */
export function ownSignature(service: string, region: string): Readonly<Record<string, string>> {
  return {
    'x-amz-date': `${DATE}T000000Z`,
    authorization: `AWS4-HMAC-SHA256 Credential=local/${DATE}/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
  };
}
