/** A name of one's own in the deploy's region. */
export interface DomainModel {
  readonly domainName: string;
  /** The certificate's ARN. */
  readonly certificate: string;
}
