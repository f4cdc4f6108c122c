package io.passport.media.avatar;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.passport.emulators.Emulators;
import io.passport.emulators.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The services that media-service calls, once for all tests: Qiniu's emulator, and WireMock as user-service. */
final class RemoteStubs {

    static final HeldResponses HELD_RESPONSES = new HeldResponses();
    static final WireMockServer USER_SERVICE = userService();

    private static final Path HOME = home();
    private static final HttpServer EMULATORS = emulators();

    private RemoteStubs() {}

    static String qiniuUrl() {
        return "http://127.0.0.1:" + EMULATORS.port();
    }

    /** The number of objects in the bucket. */
    static long filesInBucket() {
        try (Stream<Path> files = Files.walk(HOME)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WireMockServer userService() {
        var server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(HELD_RESPONSES));
        server.start();
        return server;
    }

    private static Path home() {
        try {
            Path home = Files.createTempDirectory("emulators");
            home.toFile().deleteOnExit();
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer emulators() {
        try {
            return Emulators.start(0, Map.of("PASSPORT_HOME", HOME.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
