package io.passport.nacos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the built jar as the launcher does. */
class NacosStandaloneIT {
    private static final Path JAR = Path.of("target", "nacos.jar");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path home;

    static Process nacos;
    static int port;

    @BeforeAll
    static void start() throws Exception {
        port = freePort();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-Dnacos.home=" + home,
                "-jar",
                JAR.toAbsolutePath().toString());
        builder.environment().put("PASSPORT_NACOS_PORT", String.valueOf(port));
        nacos = builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("nacos.log").toFile())
                .start();
        await("Nacos is ready", Duration.ofSeconds(240), () -> status("/nacos/v3/admin/core/state/readiness") == 200);
    }

    /** A port below Linux' range for outgoing connections. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(100, 27_000, 30_000)
                .filter(some -> portsOf(some).stream().allMatch(NacosStandaloneIT::isFree))
                .findFirst()
                .orElseThrow();
    }

    /** HTTP, gRPC for clients, gRPC between servers, Raft. */
    private static List<Integer> portsOf(int http) {
        return List.of(http, http + 1000, http + 1001, http - 1000);
    }

    private static boolean isFree(int some) {
        try (var socket = new ServerSocket(some, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static void await(String what, Duration timeout, Callable<Boolean> condition) throws Exception {
        var deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.call()) {
            assertThat(nacos.isAlive()).as("Nacos runs").isTrue();
            assertThat(System.nanoTime()).as("%s in time", what).isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        nacos.destroy();
        if (!nacos.waitFor(20, TimeUnit.SECONDS)) {
            nacos.destroyForcibly();
        }
    }

    @Test
    void startWhenReadyThenAllPortsAreOnLoopback() throws IOException {
        var outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findAny();
        Assumptions.assumeTrue(outside.isPresent(), "this machine has a network");
        for (var listening : portsOf(port)) {
            connect(InetAddress.getLoopbackAddress(), listening);
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(outside.get(), listening));
        }
    }

    @Test
    void registerWhenAnInstanceIsHealthyThenItIsListed() throws Exception {
        var instance = "?serviceName=probe&ip=127.0.0.1&port=9&ephemeral=false";
        var registered = HTTP.send(
                request("/nacos/v3/client/ns/instance" + instance)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(200);
        // the list is updated asynchronously
        await("The instance is listed", Duration.ofSeconds(30), () -> listed().contains("\"port\":9"));
        assertThat(listed()).contains("\"ip\":\"127.0.0.1\"");
    }

    private static String listed() throws Exception {
        var list = request("/nacos/v3/client/ns/instance/list?serviceName=probe");
        return HTTP.send(list.build(), BodyHandlers.ofString()).body();
    }

    /** With the other hessian first, Nacos pushes nothing and reports nothing. */
    @Test
    void packageWhenBothHessiansArePresentThenCauchosIsFirst() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            var classPath = jar.getManifest().getMainAttributes().getValue("Class-Path");
            assertThat(classPath).startsWith("lib/hessian-4.").contains("lib/hessian-3.");
        }
    }

    private static void connect(InetAddress address, int to) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, to), 2000);
        }
    }

    private static int status(String path) throws InterruptedException {
        try {
            return HTTP.send(request(path).build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }
}
