package io.passport.acceptance.resilience;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Clients that read a profile continuously, until closed. Failures are collected, except a gateway's timeout at Redis on a
 * busy machine: it does not concern the instances behind the gateway.
 */
final class ConcurrentReaders implements AutoCloseable {

    private final AtomicInteger succeeded = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    /** This many clients of one user, each with its own connection. */
    static ConcurrentReaders of(LaunchedPassport passport, RegisteredUser user, int connections) {
        ConcurrentReaders readers = new ConcurrentReaders();
        String token = user.visitor().token();
        IntStream.range(0, connections)
                .mapToObj(i -> Visitor.of(passport).withToken(token))
                .forEach(visitor -> readers.threads.execute(() -> readers.read(visitor)));
        return readers;
    }

    private void read(Visitor visitor) {
        while (!closed) {
            try {
                ApiResponse response = visitor.profile();
                if (response.status() == 200 && response.errno().equals("0")) {
                    succeeded.incrementAndGet();
                } else if (!sessionsWereUnavailable(response)) {
                    failures.add(response.toString());
                }
            } catch (UncheckedIOException | AssertionError e) {
                failures.add(e.toString());
            }
        }
    }

    private static boolean sessionsWereUnavailable(ApiResponse response) {
        return response.status() == 503 && response.errno().equals("4001");
    }

    /** The number of successful reads so far. */
    int succeeded() {
        return succeeded.get();
    }

    /** The failures so far. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        closed = true;
        threads.close();
    }
}
