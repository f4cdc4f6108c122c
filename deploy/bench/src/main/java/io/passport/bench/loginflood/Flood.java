package io.passport.bench.loginflood;

import io.passport.bench.stack.Registration;
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

/** Callers that each post one wrong password, and then one after the other as fast as they are answered, until closed. */
final class Flood implements AutoCloseable {

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
    private final Duration patience;
    private volatile boolean closed;

    private Flood(URI sessions, Scenario scenario, Duration patience) {
        this.sessions = sessions;
        this.scenario = scenario;
        this.patience = patience;
    }

    /**
     * Begins it.
     *
     * @param patience after which a caller gives an attempt up that is not answered
     */
    static Flood at(URI sessions, Scenario scenario, Duration patience) {
        Flood flood = new Flood(sessions, scenario, patience);
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
        String body = "{\"mobile\":\"%s\",\"password\":\"not his password\"}".formatted(Registration.someMobile());
        HttpRequest request = HttpRequest.newBuilder(sessions)
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", scenario.forwardedFor())
                .POST(BodyPublishers.ofString(body))
                .build();
        // the client's own timeout ends with the answer's head
        return http.sendAsync(request, BodyHandlers.ofString())
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(Flood::errno)
                .exceptionally(noAnswer -> "no answer")
                .join();
    }

    private static String errno(HttpResponse<String> answer) {
        Matcher errno = ERRNO.matcher(answer.body());
        return errno.find() ? errno.group(1) : "no envelope";
    }

    /** How many attempts were answered how, by {@code errno}; each caller has made one at least once this is closed. */
    Map<String, Long> answers() {
        Map<String, Long> counted = new TreeMap<>();
        answers.forEach((errno, count) -> counted.put(errno, count.sum()));
        return counted;
    }

    /** Waits for the answers that are under way, or until their callers' patience is over. */
    @Override
    public void close() {
        closed = true;
        callers.close();
        http.shutdownNow();
    }
}
