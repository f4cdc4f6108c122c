package io.passport.production;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/compose/make-secrets}, run without a terminal. */
class MakeSecretsTests {
    private static final int RANDOM_BYTES = 32;

    private Path folder = Path.of("");

    @BeforeEach
    void run(@TempDir Path parent) throws Exception {
        folder = parent.resolve("secrets");
        makeSecrets();
    }

    @Test
    void runWhenThereIsNothingThenEachSecretOfTheComposeFileIsMade() throws IOException {
        assertThat(secrets())
                .containsOnlyKeys(ComposeFile.committed().root().path("secrets").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void runWhenThereIsNothingThenAllButCredentialsOfProvidersAreRandom() throws IOException {
        Map<Boolean, Map<String, String>> byOrigin = secrets().entrySet().stream()
                .collect(Collectors.partitioningBy(
                        secret -> secret.getKey().matches("passport\\.(yuntongxun|aliyun|tencent|id-check|qiniu)\\..*"),
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));

        assertThat(byOrigin.get(true)).isNotEmpty().values().allMatch(String::isEmpty);
        assertThat(byOrigin.get(false).values())
                .doesNotHaveDuplicates()
                .allSatisfy(
                        secret -> assertThat(Base64.getDecoder().decode(secret)).hasSize(RANDOM_BYTES));
    }

    @Test
    void runWhenSecretsExistThenTheyAreKept() throws Exception {
        Map<String, String> before = secrets();

        makeSecrets();

        assertThat(secrets()).isEqualTo(before);
    }

    @Test
    void runWhenSecretsAreMadeThenOtherUsersCannotReadThem() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    private void makeSecrets() throws IOException, InterruptedException {
        Process script = new ProcessBuilder(
                        "sh", Sources.path("deploy/compose/make-secrets").toString(), folder.toString())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(script.getInputStream().readAllBytes(), UTF_8);
        assertThat(script.waitFor(30, SECONDS)).isTrue();
        assertThat(script.exitValue()).as(output).isZero();
    }

    private Map<String, String> secrets() throws IOException {
        Map<String, String> secrets = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                secrets.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return secrets;
    }
}
