/** What MiniStack does otherwise than the page says, by service and case. One that it does no more fails. */
export const ALLOWED_DIFFERENCES: Readonly<
  Record<string, { readonly gives: unknown; readonly why: string }>
> = {
  'SQS deletes by the handle of the last receive alone': {
    gives: 'ReceiptHandleIsInvalid',
    why: 'It refuses the handle of an earlier receive, where the page says that the request succeeds and deletes nothing.',
  },
  'SQS changes the visibility of what is in flight and of nothing else': {
    gives: ['none', ['a']],
    why: 'It takes a change for a message that is visible.',
  },
  'SQS moves dead letters back as new messages': { gives: 'InvalidAction', why: 'It has no move tasks.' },
  'SQS refuses by the names that SDKs know': {
    gives: [
      ...['QueueDoesNotExist', 'QueueNameExists', 'InvalidAttributeValue', 'BatchEntryIdsNotDistinct'],
      ...['EmptyBatchRequest', 'ReceiptHandleIsInvalid', 'MissingParameter', 'none'],
    ],
    why: 'It takes a delay of more than 900 seconds.',
  },
  'SNS refuses by the names that SDKs know': {
    gives: ['NotFoundException', 'none', 'InvalidParameterException', 'none', 'none'],
    why: 'It takes an empty message, a FIFO queue at a standard topic, and a filter policy that is no JSON.',
  },
};
