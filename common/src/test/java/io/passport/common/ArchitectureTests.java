package io.passport.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules for common's main code, and for each rule a class that breaks it. That common uses no service, Maven checks. */
@AnalyzeClasses(packages = "io.passport.common", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.passport.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule commonUsesNoDatabaseAndNoSpringData =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.springframework.data..", "java.sql..");

    @ArchTest
    static final ArchRule onlyCommonRedisUsesLettuce = noClasses()
            .that()
            .resideOutsideOfPackage("io.passport.common.redis")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lettuce..", "org.springframework.boot.data..");

    private static final JavaClasses VIOLATORS =
            new ClassFileImporter().importPackages("io.passport.common.violators", "io.passport.violators");

    @Test
    void checkWhenPackagesFormACycleThenItIsFound() {
        assertThat(violations(featuresFormNoCycle)).hasSize(1);
    }

    @Test
    void checkWhenAClassUsesADatabaseOrSpringDataThenItIsFound() {
        assertThat(violations(commonUsesNoDatabaseAndNoSpringData))
                .anyMatch(violation -> violation.contains("UsesDatabase"))
                .anyMatch(violation -> violation.contains("UsesSpringData"))
                .noneMatch(violation -> violation.contains("UsesLettuce"));
    }

    @Test
    void checkWhenAClassUsesLettuceThenItIsFound() {
        assertThat(violations(onlyCommonRedisUsesLettuce))
                .isNotEmpty()
                .allMatch(violation -> violation.contains("UsesLettuce"));
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(VIOLATORS).getFailureReport().getDetails();
    }
}
