package io.passport.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each shared rule finds a class that breaks it. */
class SharedRulesTests {
    private static final JavaClasses VIOLATORS = new ClassFileImporter()
            .importPackages("io.passport.testing.architecture.violators", "io.passport.violator");

    @Test
    void checkWhenAMethodHasNoConditionThenItIsFound() {
        assertThat(violations(TestRules.testsAreNamedActWhenConditionThenOutcome))
                .singleElement()
                .asString()
                .contains("BadNames.works");
    }

    @Test
    void checkWhenMavenWouldNotRunAClassThenItIsFound() {
        assertThat(violations(TestRules.classesWithTestsEndInTestsOrIT))
                .isNotEmpty()
                .allMatch(violation -> violation.contains("BadNames"));
    }

    @Test
    void checkWhenTestsNeedAServerOrAContextThenTheyAreFound() {
        assertThat(violations(TestRules.classesNamedTestsNeedNoServerAndNoContext))
                .hasSize(2)
                .anyMatch(violation -> violation.contains("ServerTests"))
                .anyMatch(violation -> violation.contains("ContextTests"));
    }

    @Test
    void checkWhenPackagesFormACycleThenItIsFound() {
        assertThat(violations(PackageRules.featuresFormNoCycle)).hasSize(1);
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(VIOLATORS).getFailureReport().getDetails();
    }
}
