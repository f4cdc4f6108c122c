package io.passport.bench.loginflood;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Registers users through the gateway: image code, SMS code, {@code POST /users}. */
final class UserRegistration {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COOKIE = "session=";
    private static final int TIMEOUT_MILLIS = 30_000;

    private final BenchmarkedPassport passport;
    private final HttpClient http = HttpClient.newHttpClient();

    UserRegistration(BenchmarkedPassport passport) {
        this.passport = passport;
    }

    /** A random mobile number. */
    static String randomMobile() {
        return "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    /**
     * Registers a new user.
     *
     * @return the session cookie, as {@code session=<token>}
     * @throws IllegalStateException if registration is rejected
     * @throws java.util.concurrent.CompletionException if a request fails or takes over 30 s
     * @throws IOException if Redis does not answer within 30 s
     */
    String signUp() throws IOException {
        String mobile = randomMobile();
        String id = UUID.randomUUID().toString();
        get(passport.at("gateway", "/api/v1.0/imagecode/" + id));
        String text = redis("GET imagecode:" + id);
        get(passport.at("gateway", "/api/v1.0/smscode/" + mobile + "?text=" + text + "&id=" + id));
        String code = JSON.readTree(
                        get(passport.at("emulators", "/inbox?mobile=" + mobile)).body())
                .path(0)
                .path("code")
                .asString("");
        HttpResponse<String> answer = register(mobile, code);
        JsonNode envelope = JSON.readTree(answer.body());
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(COOKIE))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Cannot register: " + envelope));
    }

    private HttpResponse<String> register(String mobile, String code) {
        Map<String, String> fields =
                Map.of("mobile", mobile, "sms_code", code, "password", "a reader of the benchmark");
        return send(HttpRequest.newBuilder(passport.at("gateway", "/api/v1.0/users"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(fields))));
    }

    private HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString())
                .orTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    /** Runs a Redis command that returns a string: the text in the CAPTCHA. */
    private String redis(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), passport.port("redis"))) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String length = answer.readLine();
            String text = answer.readLine();
            if (length == null || text == null) {
                throw new IOException("No answer to " + command);
            }
            return text;
        }
    }
}
