import type { Value } from '../value.ts';

/** A record of Route 53 that makes a name lead to API Gateway. */
export interface DnsRecordModel {
  readonly domainName: string;
  /** The id of the zone that holds the record. */
  readonly hostedZone: string;
  /** Where it leads: a name of API Gateway's or CloudFront's, and the zone of that. */
  readonly target: Value;
  readonly targetZone: Value;
}
