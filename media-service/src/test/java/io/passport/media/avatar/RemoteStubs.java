package io.passport.media.avatar;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.passport.emulators.faults.FaultInjector;
import io.passport.emulators.faults.Faults;
import io.passport.emulators.faults.FaultsEndpoint;
import io.passport.emulators.http.HttpServer;
import io.passport.emulators.qiniu.Bucket;
import io.passport.emulators.qiniu.DownloadEndpoint;
import io.passport.emulators.qiniu.Qiniu;
import io.passport.emulators.qiniu.QiniuAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The services that media-service calls, once for all tests: Qiniu's emulator, and WireMock as user-service. */
final class RemoteStubs {

    static final HeldResponses HELD_RESPONSES = new HeldResponses();
    static final WireMockServer USER_SERVICE = userService();

    private static final Path BUCKET = bucket();
    private static final HttpServer QINIU = qiniu();

    private RemoteStubs() {}

    static String qiniuUrl() {
        return "http://127.0.0.1:" + QINIU.port();
    }

    /** The number of objects in the bucket. */
    static long filesInBucket() {
        try (Stream<Path> files = Files.walk(BUCKET)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static WireMockServer userService() {
        var server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(HELD_RESPONSES));
        server.start();
        return server;
    }

    private static Path bucket() {
        try {
            Path bucket = Files.createTempDirectory("bucket");
            bucket.toFile().deleteOnExit();
            return bucket;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpServer qiniu() {
        try {
            var faults = new Faults();
            var bucket = new Bucket(BUCKET);
            return HttpServer.start(
                    0,
                    List.of(
                            new FaultsEndpoint(faults),
                            new FaultInjector(new Qiniu(QiniuAccount.from(Map.of()), bucket), faults),
                            new DownloadEndpoint(bucket)));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
