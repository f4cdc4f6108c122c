package io.passport.verify.smsprovider;

import java.time.Duration;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries several vendors; {@code SmsCodeSender} calls it. The first is chosen at random by weight. The next is tried only after
 * {@link Delivery.Failed} and if enough time is left. All other outcomes are returned at once, so a request never sends two
 * messages. It throws nothing and keeps no state between calls.
 */
final class Failover implements SmsProvider {

    private static final Logger LOG = LoggerFactory.getLogger(Failover.class);

    private final List<Candidate> candidates;
    private final Duration timeout;
    private final IntUnaryOperator random;
    private final LongSupplier nanoTime;

    /**
     * @param candidates in the order of trying; at least one has a weight over 0
     * @param timeout of all attempts together
     * @param random gives a uniformly distributed number from 0 (inclusive) to its argument (exclusive)
     * @param nanoTime as {@link System#nanoTime}
     */
    Failover(List<Candidate> candidates, Duration timeout, IntUnaryOperator random, LongSupplier nanoTime) {
        this.candidates = List.copyOf(candidates);
        this.timeout = timeout;
        this.random = random;
        this.nanoTime = nanoTime;
    }

    @Override
    public Delivery send(SmsMessage message) {
        long startedAt = nanoTime.getAsLong();
        Candidate first = chooseFirst();
        Delivery delivery = first.provider().send(message);
        for (Candidate next : othersThan(first)) {
            if (!(delivery instanceof Delivery.Failed failed) || !hasTimeFor(next, startedAt)) {
                return delivery;
            }
            LOG.info("{} was not sent by {} ({}), trying the next vendor", message, failed.provider(), failed.reason());
            delivery = next.provider().send(message);
        }
        return delivery;
    }

    private Candidate chooseFirst() {
        int number = random.applyAsInt(
                candidates.stream().mapToInt(Candidate::weight).sum());
        for (Candidate candidate : candidates) {
            number -= candidate.weight();
            if (number < 0) {
                return candidate;
            }
        }
        throw new IllegalStateException("The random number exceeds the sum of the weights");
    }

    private List<Candidate> othersThan(Candidate first) {
        return candidates.stream().filter(candidate -> !candidate.equals(first)).toList();
    }

    private boolean hasTimeFor(Candidate next, long startedAt) {
        Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - startedAt);
        return elapsed.plus(next.timeLimit()).compareTo(timeout) <= 0;
    }

    /**
     * A vendor to try.
     *
     * @param provider with a circuit breaker, throws nothing
     * @param weight of being tried first
     * @param timeLimit the longest time of one attempt
     */
    record Candidate(SmsProvider provider, int weight, Duration timeLimit) {}
}
