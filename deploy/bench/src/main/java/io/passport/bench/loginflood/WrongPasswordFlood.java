package io.passport.bench.loginflood;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 64 callers. Each posts wrong passwords, the next as soon as the last is answered, until this is closed.
 * A failed attempt counts as {@code no answer}.
 */
final class WrongPasswordFlood implements AutoCloseable {

    private static final int CALLERS = 64;
    private static final Pattern ERRNO = Pattern.compile("\"errno\":\"([0-9]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final URI sessions;
    private final Scenario scenario;
    private final Duration timeout;
    private volatile boolean closed;

    private WrongPasswordFlood(URI sessions, Scenario scenario, Duration timeout) {
        this.sessions = sessions;
        this.scenario = scenario;
        this.timeout = timeout;
    }

    /**
     * Starts the callers.
     *
     * @param sessions the URI of {@code POST /sessions}
     * @param timeout after this time an attempt counts as not answered
     */
    static WrongPasswordFlood at(URI sessions, Scenario scenario, Duration timeout) {
        WrongPasswordFlood flood = new WrongPasswordFlood(sessions, scenario, timeout);
        for (int i = 0; i < CALLERS; i++) {
            flood.callers.execute(flood::call);
        }
        return flood;
    }

    private void call() {
        do {
            answers.computeIfAbsent(attempt(), answer -> new LongAdder()).increment();
        } while (!closed);
    }

    private String attempt() {
        String body = "{\"mobile\":\"%s\",\"password\":\"wrong password\"}".formatted(UserRegistration.randomMobile());
        HttpRequest request = HttpRequest.newBuilder(sessions)
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", scenario.forwardedFor())
                .POST(BodyPublishers.ofString(body))
                .build();
        // the client's own timeout ends when it has read the headers
        return http.sendAsync(request, BodyHandlers.ofString())
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(WrongPasswordFlood::errno)
                .exceptionally(noAnswer -> "no answer")
                .join();
    }

    private static String errno(HttpResponse<String> answer) {
        Matcher errno = ERRNO.matcher(answer.body());
        return errno.find() ? errno.group(1) : "no envelope";
    }

    /** The number of attempts by the {@code errno} of their answers. After {@link #close} every caller has made at least one. */
    Map<String, Long> answers() {
        Map<String, Long> counted = new TreeMap<>();
        answers.forEach((errno, count) -> counted.put(errno, count.sum()));
        return counted;
    }

    /** Stops the callers and waits for the pending answers, up to the timeout. */
    @Override
    public void close() {
        closed = true;
        callers.close();
        http.shutdownNow();
    }
}
