/** One way in which events reach functions here: the poller of a queue, the notifications of a bucket. */
export interface Delivery {
  /**
   * Hands over what is due now, and what only waits for a batch window to close, and waits until that has been handled. What waits
   * for a time, as a delayed message or a retry does, is left to the clock.
   *
   * @returns whether there was anything to do.
   */
  settle(): Promise<boolean>;
  close(): Promise<void>;
}

/** Waits until no delivery has anything left to do: what one hands over may give another something. */
export async function drain(deliveries: () => readonly Delivery[]): Promise<void> {
  for (;;) {
    const worked = await Promise.all(deliveries().map((delivery) => delivery.settle()));
    if (!worked.includes(true)) return;
  }
}
