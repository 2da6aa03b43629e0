/** The head of every template that {@link templateText} has written, in either format. */
const HEAD =
  /^(?:\{\s*)?"?AWSTemplateFormatVersion"?: ["']?2010-09-09["']?,?\s+"?Transform"?: ["']?AWS::Serverless-2016-10-31["']?,?\s+"?Description"?: .*, stage [A-Za-z0-9-]+["']?,?\r?\n/;

/** Whether a text is a template that was written by `tankard package`, of whatever app. */
export function isOwnTemplate(text: string): boolean {
  return HEAD.test(text);
}
