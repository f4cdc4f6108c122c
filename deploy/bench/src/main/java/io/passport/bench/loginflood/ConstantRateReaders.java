package io.passport.bench.loginflood;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Signed-in users who send {@code GET /user} at a constant rate, independent of earlier answers. Each time is measured from when
 * the request was due, so a stalled service does not reduce the number of measured requests (coordinated omission).
 */
final class ConstantRateReaders implements AutoCloseable {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI user;
    private final List<String> cookies;
    private final int perSecond;
    private final Duration timeout;

    /**
     * @param user the URI of {@code GET /user}
     * @param cookies the session cookies, used in turn
     * @param timeout after this time a read counts as failed
     */
    ConstantRateReaders(URI user, List<String> cookies, int perSecond, Duration timeout) {
        this.user = user;
        this.cookies = List.copyOf(cookies);
        this.perSecond = perSecond;
        this.timeout = timeout;
    }

    /** Sends requests for this time, then waits for the pending answers, up to the timeout. A failed read does not throw. */
    ReadTimes readFor(Duration duration) {
        ConcurrentHistogram times = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        LongAdder failed = new LongAdder();
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long count = duration.toNanos() / interval;
        long start = System.nanoTime();
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long due = start + i * interval;
            waitUntil(due);
            answers.add(read(cookies.get(i % cookies.size())).thenAccept(isProfile -> {
                times.recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due)));
                if (!isProfile) {
                    failed.increment();
                }
            }));
        }
        answers.forEach(CompletableFuture::join);
        return new ReadTimes(times, failed.sum());
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private CompletableFuture<Boolean> read(String cookie) {
        HttpRequest request =
                HttpRequest.newBuilder(user).header("Cookie", cookie).build();
        // the client's own timeout ends when it has read the headers
        return http.sendAsync(request, BodyHandlers.ofString())
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(ConstantRateReaders::isProfile)
                .exceptionally(noAnswer -> false);
    }

    private static boolean isProfile(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.body().contains("\"errno\":\"0\"");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
