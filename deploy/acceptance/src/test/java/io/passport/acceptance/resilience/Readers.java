package io.passport.acceptance.resilience;

import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Visitor;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Connections that read a profile over and over, until closed. Whatever is no success is kept, unless a gateway without
 * processor time got no answer from Redis in time: what became of the instances behind it, that does not tell.
 */
final class Readers implements AutoCloseable {

    private final AtomicInteger succeeded = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    /** So many browsers of one member, each with a connection of its own. */
    static Readers of(Passport passport, Member member, int connections) {
        Readers readers = new Readers();
        String token = member.visitor().token();
        IntStream.range(0, connections)
                .mapToObj(i -> Visitor.of(passport).holding(token))
                .forEach(visitor -> readers.threads.execute(() -> readers.read(visitor)));
        return readers;
    }

    private void read(Visitor visitor) {
        while (!closed) {
            try {
                Answer answer = visitor.profile();
                if (answer.status() == 200 && answer.errno().equals("0")) {
                    succeeded.incrementAndGet();
                } else if (!sessionsWereAway(answer)) {
                    failures.add(answer.toString());
                }
            } catch (UncheckedIOException | AssertionError e) {
                failures.add(e.toString());
            }
        }
    }

    private static boolean sessionsWereAway(Answer answer) {
        return answer.status() == 503 && answer.errno().equals("4001");
    }

    /** How many read the profile so far. */
    int succeeded() {
        return succeeded.get();
    }

    /** What went wrong so far. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        closed = true;
        threads.close();
    }
}
