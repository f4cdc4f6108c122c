package io.passport.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the two Dockerfiles, and checks that each rule reports a wrong line. */
class DockerfileTests {
    private static final String SERVICES = "deploy/Dockerfile";

    @ParameterizedTest
    @ValueSource(strings = {SERVICES, "deploy/compose/nacos/Dockerfile"})
    void checkWhenTheFileIsUnchangedThenNothingIsFound(String file) throws IOException {
        assertThat(Dockerfile.parse(text(file)).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    USER 10001:10001                     | USER passport                | runs as root
                    USER 10001:10001                     | USER 0:0                     | runs as root
                    eclipse-temurin:25.0.3_9-jre-noble   | eclipse-temurin:25           | has no exact version: eclipse-temurin:25
                    FROM build AS layers                 | FROM builder AS layers       | has no exact version: builder
                    WORKDIR /app                         | ADD http://example.com/a /a  | adds http://example.com/a /a
                    WORKDIR /app                         | ENV DB_PASSWORD=x            | keeps the secret DB_PASSWORD=x
                    """)
    void checkWhenOneValueIsWrongThenItIsFound(String right, String wrong, String finding) throws IOException {
        String mutated = text(SERVICES).replace(right, wrong);

        assertThat(Dockerfile.parse(mutated).findings()).contains(finding);
    }

    @Test
    void startWhenTheImageRunsThenJavaIsTheFirstProcessWithHalfTheMemoryAsHeap() throws IOException {
        String entrypoint = Dockerfile.parse(text(SERVICES)).last("ENTRYPOINT");

        assertThat(new ObjectMapper().readValue(entrypoint, String[].class))
                .startsWith("java", "@jvm.options")
                .contains("-XX:MaxRAMPercentage=50")
                .contains("-DJM.LOG.PATH=/tmp/nacos-client", "-DJM.SNAPSHOT.PATH=/tmp/nacos-client")
                .endsWith("-jar", "service.jar");
    }

    @Test
    void startWhenMemoryRunsOutThenTheProcessEnds() throws IOException {
        assertThat(text("deploy/jvm.options").lines()).contains("-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void buildWhenTheLastStageCopiesThenOnlyLayersAndOptionsAreCopied() throws IOException {
        assertThat(Dockerfile.parse(text(SERVICES)).lastStage())
                .filteredOn(instruction -> instruction.is("COPY"))
                .isNotEmpty()
                .allSatisfy(copy ->
                        assertThat(copy.rest()).matches("--from=layers (/layers/.+|/source/deploy/jvm.options) ./"));
    }

    @Test
    void buildWhenAServiceIsBuiltThenTheContextHasItsSources() throws IOException {
        List<String> context = Files.readAllLines(Sources.path(".dockerignore"));

        assertThat(context).filteredOn(line -> !line.startsWith("#")).first().isEqualTo("*");
        assertThat(context)
                .containsAll(Sources.services().stream().map("!"::concat).toList())
                .contains(
                        "!common",
                        "!pom.xml",
                        "!.mvn",
                        "!deploy/*/pom.xml",
                        "!deploy/jvm.options",
                        "!deploy/nacos-check");
        assertThat(text(SERVICES)).contains("--projects gateway,verify-service,user-service,media-service");
    }

    @Test
    void buildWhenTheContextIsSentThenNoFileOfDeployButSourcesIsInIt() throws IOException {
        Stream<String> allowed = Files.readAllLines(Sources.path(".dockerignore")).stream()
                .filter(line -> line.startsWith("!") && line.contains("deploy"));

        assertThat(allowed).containsExactly("!deploy/*/pom.xml", "!deploy/jvm.options", "!deploy/nacos-check");
    }

    private static String text(String file) throws IOException {
        return Files.readString(Sources.path(file));
    }
}
