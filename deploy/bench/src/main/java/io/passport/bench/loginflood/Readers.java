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
 * People who are signed in and load their profile at a fixed rate, whether earlier answers have come or not. A time
 * runs from when a request was due, so that a service that stalls cannot hide it by being asked less.
 */
final class Readers implements AutoCloseable {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI user;
    private final List<String> cookies;
    private final int perSecond;
    private final Duration patience;

    /**
     * @param patience after which a read without an answer has failed
     */
    Readers(URI user, List<String> cookies, int perSecond, Duration patience) {
        this.user = user;
        this.cookies = List.copyOf(cookies);
        this.perSecond = perSecond;
        this.patience = patience;
    }

    /** Waits for the last answer, or until its patience is over. */
    Reads readFor(Duration duration) {
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
        return new Reads(times, failed.sum());
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private CompletableFuture<Boolean> read(String cookie) {
        HttpRequest request =
                HttpRequest.newBuilder(user).header("Cookie", cookie).build();
        // the client's own timeout ends with the answer's head
        return http.sendAsync(request, BodyHandlers.ofString())
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(Readers::isProfile)
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
