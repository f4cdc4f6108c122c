package io.passport.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.passport.testing.architecture.TestRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The test rules for this module and for deploy/local, whose tests cannot depend on this module. */
class TestConventionsTests {
    static Stream<Path> testClasses() {
        return Stream.of(
                Path.of("target", "test-classes", "io", "passport", "testing"),
                Path.of("..", "local", "target", "test-classes"));
    }

    @ParameterizedTest
    @MethodSource("testClasses")
    void checkWhenTestsAreCompiledThenTheyFollowTheRules(Path folder) {
        Assumptions.assumeTrue(Files.isDirectory(folder));
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(location -> !location.contains("violators"))
                .importPath(folder);
        TestRules.testsAreNamedActWhenConditionThenOutcome.check(tests);
        TestRules.classesWithTestsEndInTestsOrIT.check(tests);
        TestRules.classesNamedTestsNeedNoServerAndNoContext
                .allowEmptyShould(true)
                .check(tests);
    }
}
