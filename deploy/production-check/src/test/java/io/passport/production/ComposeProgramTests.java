package io.passport.production;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets docker-compose validate the file. Skipped where it is not installed; needs no Docker engine. */
class ComposeProgramTests {
    private static final Map<String, String> OPERATOR = Map.of(
            "SMS_PROVIDERS", "yuntongxun",
            "PASSPORT_TRUSTED_PROXIES", "none",
            "QINIU_BUCKET", "avatars",
            "QINIU_PUBLIC_URL", "https://avatars.example.com",
            "QINIU_UPLOAD_URL", "https://up-z0.qiniup.com",
            "QINIU_MANAGEMENT_URL", "https://rs-z0.qiniuapi.com");

    @BeforeEach
    void runWhenTheProgramIsMissingThenTheTestsAreSkipped() {
        assumeTrue(Programs.has("docker-compose"), "There is no docker-compose here: its own check is left out");
    }

    @Test
    void configWhenTheFileIsUnchangedThenComposeAcceptsIt() throws Exception {
        assertThat(check(ComposeFile.PATH, OPERATOR)).isEmpty();
    }

    @Test
    void configWhenASettingIsMissingThenItIsNamed() throws Exception {
        assertThat(check(ComposeFile.PATH, Map.of())).contains("is not set, see env.example");
    }

    @Test
    void readWhenAPropertyIsMisspeltThenItIsRejected(@TempDir Path folder) throws Exception {
        String text = Files.readString(ComposeFile.PATH);
        Path wrong =
                Files.writeString(folder.resolve("compose.yaml"), text.replaceFirst("healthcheck:", "healthchek:"));

        assertThat(check(wrong, OPERATOR)).contains("healthchek");
    }

    private static String check(Path file, Map<String, String> variables) throws IOException {
        ProcessBuilder compose =
                new ProcessBuilder("docker-compose", "-f", file.toString(), "config", "-q").redirectErrorStream(true);
        compose.environment().putAll(variables);
        return new String(compose.start().getInputStream().readAllBytes(), UTF_8);
    }
}
