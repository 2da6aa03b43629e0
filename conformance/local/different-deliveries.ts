/** What MiniStack does otherwise than the page says, by the case's journal. One that it does no more fails. */
export const DIFFERENT_DELIVERIES: Readonly<
  Record<
    string,
    {
      readonly gives: readonly string[];
      readonly why: string;
      /** The same comes again and again. */
      readonly endless?: true;
      /** Batches are cut anywhere. */
      readonly cut?: true;
    }
  >
> = {
  batch: {
    gives: ['1 done', '2 done', '3 done'],
    cut: true,
    why: 'It has no window: a batch is what there is when it looks.',
  },
  item: {
    gives: ['first done', 'late failed'],
    why: 'It tries no record of a stream again, and goes on with the next batch.',
  },
  'failures-item': { gives: [], why: 'It tells no destination.' },
  click: { gives: ['a+b+bad+c failed'], endless: true, why: 'It halves no batch, and tries it for ever.' },
  'failures-click': { gives: [], why: 'It tells no destination.' },
};
