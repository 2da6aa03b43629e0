/** A name of one's own at CloudFront's edges, for a REST API. */
export interface EdgeDomainModel {
  readonly domainName: string;
  /** The ARN of a certificate of us-east-1. */
  readonly certificate: string;
}
