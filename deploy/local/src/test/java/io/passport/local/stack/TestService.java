package io.passport.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A jar that can be extracted as Boot's jars, and then started as a service that is ready at once, or never with {@code
 * TEST_SERVICE_HANGS}. {@code TEST_SERVICE_SHUTDOWN} is the time from SIGTERM to its end.
 */
final class TestService {
    private TestService() {}

    public static void main(String[] args) throws Exception {
        if (System.getProperty("jarmode") != null) {
            var target = Path.of(args[List.of(args).indexOf("--destination") + 1]);
            var self = Path.of(TestService.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Files.copy(self, target.resolve(self.getFileName()));
            return;
        }
        var port = Integer.parseInt(System.getenv("MANAGEMENT_SERVER_PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(System.getenv("TEST_SERVICE_HANGS") == null ? 200 : 503, -1);
            exchange.close();
        });
        server.start();
        var shutdown = Duration.parse(System.getenv().getOrDefault("TEST_SERVICE_SHUTDOWN", "PT0S"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LockSupport.parkNanos(shutdown.toNanos())));
    }

    static void writeTo(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, TestService.class.getName());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            var name = TestService.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(name));
            try (var bytes = TestService.class.getClassLoader().getResourceAsStream(name)) {
                bytes.transferTo(out);
            }
        }
    }
}
