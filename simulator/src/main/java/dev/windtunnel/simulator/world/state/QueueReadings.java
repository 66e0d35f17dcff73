package dev.windtunnel.simulator.world.state;

/**
 * What the queues say of themselves: as SQS's attributes do (GetQueueAttributes), which a scaler asks directly, without
 * CloudWatch's delay. Queues are numbered in the order of the compiled scenario. The service calls its figures approximate;
 * these are exact.
 */
public interface QueueReadings {

    /** How many queues there are. */
    int count();

    /** Messages that can be received: ApproximateNumberOfMessages. */
    long visible(int queue);

    /** Messages received and not yet deleted: ApproximateNumberOfMessagesNotVisible. */
    long inFlight(int queue);

    /** Messages whose delay has not ended: ApproximateNumberOfMessagesDelayed. */
    long delayed(int queue);

    /** Age of the oldest message, nanoseconds, as ApproximateAgeOfOldestMessage counts it; 0 without one. */
    long oldestAgeNanos(int queue, long now);
}
