package io.passport.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the table of requirements in {@code RATIONALE.md} with the tests that it names. */
class RequirementsTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST =
            Pattern.compile("`(?:(?<module>[\\w-]+) )?(?<type>\\w+(?:Tests|IT))\\.(?<name>\\w+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d\\.\\d{1,2}\\.\\d{1,2}) \\|.*$");

    @Test
    void readWhenATestIsNamedThenItExists() throws IOException {
        List<Path> sources = testSources();
        List<MatchResult> named = TEST.matcher(rationale()).results().toList();
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(named.stream().filter(test -> !isThere(test, sources)).map(MatchResult::group))
                .as("tests that do not exist, or whose class is not the only one of its name")
                .isEmpty();
    }

    @Test
    void readWhenTheTestIsOfAnotherModuleThenItDoesNotCount() throws IOException {
        List<Path> sources = testSources();
        assertThat(isThere("`user-service ArchitectureTests.onlyRegistrationAndLoginSignIn`", sources))
                .isTrue();
        assertThat(isThere("`verify-service ArchitectureTests.onlyRegistrationAndLoginSignIn`", sources))
                .isFalse();
        assertThat(isThere("`ArchitectureTests.onlyRegistrationAndLoginSignIn`", sources))
                .isFalse();
        assertThat(isThere("`RequirementsTests.readWhenTheTestIsOfAnotherModuleThenItDoesNotCount`", sources))
                .isTrue();
    }

    @Test
    void readWhenARequirementHasARowThenItIsTheOnlyOneAndNamesATest() throws IOException {
        List<MatchResult> rows = ROW.matcher(rationale()).results().toList();
        assertThat(rows).extracting(row -> row.group(1)).doesNotHaveDuplicates().hasSizeGreaterThan(30);
        assertThat(rows).allSatisfy(row -> assertThat(row.group()).containsPattern(TEST));
    }

    private static String rationale() throws IOException {
        return Files.readString(ROOT.resolve("user-service/RATIONALE.md"));
    }

    private static List<Path> testSources() throws IOException {
        try (Stream<Path> files = Files.find(ROOT, 12, (file, is) -> is.isRegularFile() && isTest(file))) {
            return files.toList();
        }
    }

    private static boolean isThere(String test, List<Path> sources) {
        return TEST.matcher(test).results().anyMatch(named -> isThere(named, sources));
    }

    private static boolean isThere(MatchResult test, List<Path> sources) {
        String module = test.group("module");
        List<Path> named = sources.stream()
                .filter(file -> file.endsWith(test.group("type") + ".java"))
                .filter(file -> module == null
                        || file.startsWith(ROOT.resolve(module))
                        || file.startsWith(ROOT.resolve("deploy").resolve(module)))
                .toList();
        return named.size() == 1
                && Pattern.compile("(void |ArchRule )" + test.group("name") + "\\b")
                        .matcher(read(named.getFirst()))
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
