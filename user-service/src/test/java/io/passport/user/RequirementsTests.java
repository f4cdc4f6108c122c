package io.passport.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of requirements in {@code RATIONALE.md}: what it says shows them is there. */
class RequirementsTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Tests|IT))\\.(\\w+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d\\.\\d{1,2}\\.\\d{1,2}) \\|.*$");

    @Test
    void areShownByTestsThatExist() throws IOException {
        Map<String, String> sources = testSources();
        List<MatchResult> named = TEST.matcher(rationale()).results().toList();
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(named.stream()
                        .filter(test -> !isIn(sources.getOrDefault(test.group(1) + ".java", ""), test.group(2)))
                        .map(MatchResult::group))
                .as("tests that do not exist")
                .isEmpty();
    }

    @Test
    void eachHasOneRowAndATest() throws IOException {
        List<MatchResult> rows = ROW.matcher(rationale()).results().toList();
        assertThat(rows).extracting(row -> row.group(1)).doesNotHaveDuplicates().hasSizeGreaterThan(30);
        assertThat(rows).allSatisfy(row -> assertThat(row.group()).containsPattern(TEST));
    }

    private static String rationale() throws IOException {
        return Files.readString(ROOT.resolve("user-service/RATIONALE.md"));
    }

    private static Map<String, String> testSources() throws IOException {
        try (Stream<Path> files = Files.find(ROOT, 12, (file, is) -> is.isRegularFile() && isTest(file))) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(), RequirementsTests::read, (one, other) -> one + other));
        }
    }

    private static boolean isIn(String source, String test) {
        return Pattern.compile("(void |ArchRule )" + test + "\\b")
                .matcher(source)
                .find();
    }

    private static boolean isTest(Path file) {
        return file.toString().contains("src/test/java") && file.toString().matches(".*(Tests|IT)\\.java");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
