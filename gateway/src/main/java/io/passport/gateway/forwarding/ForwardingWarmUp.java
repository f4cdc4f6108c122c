package io.passport.gateway.forwarding;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.cookie.DefaultCookie;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionToken;
import io.passport.common.warmup.WarmUpTask;
import io.passport.gateway.edge.RequestMetrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.json.JsonMapper;

/**
 * Warms up the whole way of a request: sends requests of each route to this gateway, with a stub in the place of all instances.
 * The stub answers 503, so that a client which calls a gateway that is not ready learns just that. Redis is asked for sessions
 * that do not exist. The access log is off meanwhile, and the metrics are cleared afterwards.
 */
@Component
class ForwardingWarmUp implements WarmUpTask {

    private static final List<String> PATHS = List.of(
            "/api/v1.0/user", "/api/v1.0/session", "/api/v1.0/imagecode/" + UUID.randomUUID(), "/api/v1.0/user/avatar");

    private static final String ACCESS_LOG = "io.passport.gateway.edge.AccessLog";
    private static final int CONNECTIONS = 32;
    private static final int REQUESTS = 400;

    private final Upstreams upstreams;
    private final RequestMetrics metrics;
    private final LoggingSystem logging;
    private final byte[] unavailable;

    ForwardingWarmUp(Upstreams upstreams, RequestMetrics metrics, LoggingSystem logging, JsonMapper json) {
        this.unavailable = json.writeValueAsBytes(Envelope.of(ErrorCode.SERVERERR));
        this.upstreams = upstreams;
        this.metrics = metrics;
        this.logging = logging;
    }

    /** Sends 400 requests and waits for their answers. */
    @Override
    public void run(URI gateway) throws IOException {
        LoggerConfiguration accessLog = logging.getLoggerConfiguration(ACCESS_LOG);
        @Nullable LogLevel accessLogLevel = accessLog == null ? null : accessLog.getConfiguredLevel();
        ConnectionProvider connections = ConnectionProvider.create("warm-up", CONNECTIONS);
        DisposableServer stub = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::answer)
                .bindNow();
        try {
            logging.setLogLevel(ACCESS_LOG, LogLevel.WARN);
            upstreams.all().forEach(upstream -> upstream.substitute((InetSocketAddress) stub.address()));
            sendAll(client(connections, gateway));
        } catch (RuntimeException failed) {
            throw new IOException(failed);
        } finally {
            connections.dispose();
            upstreams.all().forEach(Upstream::restore);
            stub.dispose();
            logging.setLogLevel(ACCESS_LOG, accessLogLevel);
            metrics.clear();
        }
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return response.status(503)
                .header(HttpHeaderNames.RETRY_AFTER, "5")
                .header(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(unavailable.length))
                .sendByteArray(Mono.just(unavailable));
    }

    private static HttpClient client(ConnectionProvider connections, URI gateway) {
        return HttpClient.create(connections)
                .baseUrl(gateway.toString())
                .bindAddress(ForwardingWarmUp::loopback)
                .cookie(new DefaultCookie(SessionKey.COOKIE, SessionToken.random()));
    }

    /** Any of 127.0.0.0/8, so that the rate limit of one address does not stop the warm-up. */
    private static SocketAddress loopback() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new InetSocketAddress("127.%d.%d.1".formatted(random.nextInt(1, 255), random.nextInt(255)), 0);
    }

    private static void sendAll(HttpClient client) {
        Flux.range(0, REQUESTS)
                .flatMap(
                        request -> client.get()
                                .uri(PATHS.get(request % PATHS.size()))
                                .responseSingle((answer, body) -> body.then()),
                        CONNECTIONS)
                .blockLast();
    }
}
