package io.passport.verify;

import io.passport.emulators.http.HttpServer;
import io.passport.testing.internalcall.SignedCalls;
import io.passport.testing.internalcall.TestResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The emulated vendors of {@code deploy/emulators}, in this process on a free port. */
public final class EmulatedVendors {

    public static final EmulatedVendors SHARED = start();

    private final HttpServer server;

    private EmulatedVendors(HttpServer server) {
        this.server = server;
    }

    private static EmulatedVendors start() {
        try {
            String home = Files.createTempDirectory("passport-emulators").toString();
            return new EmulatedVendors(io.passport.emulators.Emulators.start(0, Map.of("PASSPORT_HOME", home)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return server.port();
    }

    /** Lets a provider, or all by the name {@code sms}, fail the next time only: {@code "kind":"reset"}. */
    public void failOnce(String provider, String fault) {
        order(provider, fault, 1);
    }

    /** Lets a provider, or all by the name {@code sms}, fail until {@link #endFaults}. */
    public void fail(String provider, String fault) {
        order(provider, fault, -1);
    }

    private void order(String provider, String fault, int times) {
        String json = "{\"provider\":\"%s\",%s,\"times\":%d}".formatted(provider, fault, times);
        TestResponse answer = SignedCalls.send(at("/faults").POST(HttpRequest.BodyPublishers.ofString(json)));
        if (answer.status() != 200) {
            throw new IllegalArgumentException(fault);
        }
    }

    public void endFaults() {
        SignedCalls.send(at("/faults").DELETE());
    }

    /** The vendors that sent to this number, newest message first. */
    public List<String> sendersTo(String mobile) {
        return JsonMapper.shared()
                .readTree(SignedCalls.send(at("/inbox?mobile=" + mobile)).bytes())
                .valueStream()
                .map(sms -> sms.get("provider").asString())
                .toList();
    }

    /** The newest message to this number. */
    public JsonNode newestTo(String mobile) {
        return JsonMapper.shared()
                .readTree(SignedCalls.send(at("/inbox?mobile=" + mobile)).bytes())
                .get(0);
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }
}
