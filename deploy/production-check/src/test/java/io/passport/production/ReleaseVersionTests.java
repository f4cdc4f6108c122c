package io.passport.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tags of images are the version in {@code pom.xml}. */
class ReleaseVersionTests {
    @ParameterizedTest
    @CsvSource({
        "deploy/compose/compose.yaml, 'image: passport/(?:gateway|[a-z]+-service):(\\S+)'",
        "deploy/kubernetes/kustomization.yaml, 'newTag: (\\S+)'"
    })
    void compareWhenAFileHasTagsThenTheyAreTheVersionOfThePom(String file, String tag) throws IOException {
        assertThat(Pattern.compile(tag).matcher(read(file)).results().map(found -> found.group(1)))
                .hasSize(4)
                .containsOnly(version());
    }

    private static String version() throws IOException {
        return Pattern.compile("<artifactId>passport</artifactId>\\s*<version>([^<]+)<")
                .matcher(read("pom.xml"))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String read(String file) throws IOException {
        return Files.readString(Sources.path(file));
    }
}
