/** The mailer's sender is verified before the app is deployed. */
export const mailerParameters = { SourceEmail: 'news@example.com' };

/** The addresses that the recruiting app writes from; the first is verified before it is deployed. */
export const recruitingParameters = { SourceEmail: 'jobs@example.com', ReplyToEmail: 'people@example.com' };

export const everySourceParameters = { Sender: 'office@example.com' };

/** What the corpus of policies is deployed with. */
export const corpusParameters = {
  Sender: 'shop@example.com',
  PartnerRole: 'arn:aws:iam::123456789012:role/partner',
};
