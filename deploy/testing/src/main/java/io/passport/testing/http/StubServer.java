package io.passport.testing.http;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.passport.testing.internalcall.SignedCalls;
import java.net.URI;
import java.net.http.HttpRequest;

/** WireMock on a free loopback port in place of another service. */
public final class StubServer {
    private StubServer() {}

    /** Starts a server and gets one answer from it: the first takes seconds on a busy machine. The caller stops the server. */
    public static WireMockServer start() {
        return start(WireMockConfiguration.options());
    }

    /** As {@link #start()}, with further options. */
    public static WireMockServer start(WireMockConfiguration options) {
        WireMockServer server = new WireMockServer(options.dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        SignedCalls.send(HttpRequest.newBuilder(URI.create(server.baseUrl())));
        server.resetAll();
        return server;
    }
}
