package io.passport.acceptance.startupcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.testing.passport.PassportPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Nacos server with authentication, started from {@code deploy/nacos}.
 *
 * @param port of HTTP
 */
record NacosProcess(Process process, int port) implements AutoCloseable {

    private static final Path JAR = Path.of("..", "nacos", "target", "nacos.jar");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ADMINISTRATOR = "nacos";
    private static final String PASSWORD = "an administrator of this test";

    static NacosProcess withKeysOfTheDocumentation(Path home) throws IOException {
        return start(
                home,
                "SecretKey012345678901234567890123456789012345678901234567890123456789",
                Map.of("key", "serverIdentity", "value", "security"));
    }

    static NacosProcess withKeysOfItsOwn(Path home) throws IOException {
        String key = Base64.getEncoder()
                .encodeToString("a key that only this test knows, of 40 letters".getBytes(StandardCharsets.US_ASCII));
        return start(home, key, Map.of("key", "passport", "value", "known only to this test"));
    }

    private static NacosProcess start(Path home, String tokenKey, Map<String, String> identity) throws IOException {
        int port = PassportPorts.free().of("nacos");
        List<String> command = new ArrayList<>(List.of(
                // the tests that run at the same time have times to meet
                "nice",
                "-n10",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dnacos.home=" + home,
                "-Dnacos.core.auth.enabled=true",
                "-Dnacos.core.auth.admin.enabled=true",
                "-Dnacos.core.auth.plugin.nacos.token.secret.key=" + tokenKey));
        identity.forEach((name, value) -> command.add("-Dnacos.core.auth.server.identity." + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("nacos.log").toFile());
        builder.environment().put("PASSPORT_NACOS_PORT", String.valueOf(port));
        NacosProcess nacos = new NacosProcess(builder.start(), port);
        nacos.awaitReady();
        return nacos;
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(240))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    assertThat(process.isAlive()).as("Nacos runs").isTrue();
                    return HTTP.send(request("/admin/core/state/readiness").build(), BodyHandlers.discarding())
                                    .statusCode()
                            == 200;
                });
    }

    /** Adds an account that may use discovery, as {@code deploy/compose/nacos/accounts} does. */
    void addAccount(String name) {
        var _ = post("/auth/user/admin", "", Map.of("password", PASSWORD));
        // new accounts are not known at once
        String token = await().atMost(Duration.ofSeconds(60)).until(this::signIn, response -> !response.isEmpty());
        var _ = post("/auth/user", token, Map.of("username", name, "password", "a password for this test"));
        var _ = post("/auth/role", token, Map.of("role", name, "username", name));
        assertThat(post(
                        "/auth/permission",
                        token,
                        Map.of("role", name, "action", "rw", "resource", "public:*:naming/*")))
                .contains("\"code\":0");
    }

    private String signIn() {
        String response = post("/auth/user/login", "", Map.of("username", ADMINISTRATOR, "password", PASSWORD));
        return new JsonMapper().readTree(response).path("accessToken").asString("");
    }

    private String post(String path, String token, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            return HTTP.send(
                            request(path)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("accessToken", token)
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/nacos/v3" + path))
                .timeout(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
