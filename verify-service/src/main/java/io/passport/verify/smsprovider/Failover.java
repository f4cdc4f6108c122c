package io.passport.verify.smsprovider;

import java.time.Duration;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several providers as one: the first is drawn by weight, and the next is asked only when the one before surely did not
 * send and time is left, so that a request is never two messages.
 */
final class Failover implements SmsProvider {

    private static final Logger LOG = LoggerFactory.getLogger(Failover.class);

    private final List<Candidate> candidates;
    private final Duration deadline;
    private final IntUnaryOperator draw;
    private final LongSupplier nanoTime;

    /**
     * Asks these.
     *
     * @param candidates in the order in which they stand in for one another, one at least with a weight over 0
     * @param deadline for the whole decision
     * @param draw a number from 0 to below its argument, each as often
     * @param nanoTime as {@link System#nanoTime}
     */
    Failover(List<Candidate> candidates, Duration deadline, IntUnaryOperator draw, LongSupplier nanoTime) {
        this.candidates = List.copyOf(candidates);
        this.deadline = deadline;
        this.draw = draw;
        this.nanoTime = nanoTime;
    }

    @Override
    public Delivery send(SmsMessage message) {
        long start = nanoTime.getAsLong();
        Candidate first = first();
        Delivery delivery = first.provider().send(message);
        for (Candidate next : others(first)) {
            if (!(delivery instanceof Delivery.NotTaken) || !mayAsk(next, start)) {
                return delivery;
            }
            LOG.info("{} goes on to another provider: {} {}", message, delivery.provider(), delivery.reason());
            delivery = next.provider().send(message);
        }
        return delivery;
    }

    private Candidate first() {
        int drawn =
                draw.applyAsInt(candidates.stream().mapToInt(Candidate::weight).sum());
        for (Candidate candidate : candidates) {
            drawn -= candidate.weight();
            if (drawn < 0) {
                return candidate;
            }
        }
        throw new IllegalStateException("Drawn beyond the sum of the weights");
    }

    private List<Candidate> others(Candidate first) {
        return candidates.stream().filter(candidate -> !candidate.equals(first)).toList();
    }

    private boolean mayAsk(Candidate next, long start) {
        Duration spent = Duration.ofNanos(nanoTime.getAsLong() - start);
        return spent.plus(next.longest()).compareTo(deadline) <= 0;
    }

    /**
     * Somebody who may be asked.
     *
     * @param provider behind its breaker
     * @param weight of being the first
     * @param longest that it can take
     */
    record Candidate(SmsProvider provider, int weight, Duration longest) {}
}
