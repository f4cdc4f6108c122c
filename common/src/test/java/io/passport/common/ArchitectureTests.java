package io.passport.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.passport.common", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.passport.common.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule commonKnowsNoService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.passport.gateway..", "io.passport.verify..", "io.passport.user..", "io.passport.media..");

    @ArchTest
    static final ArchRule commonWrapsNoRedisAndNoDatabase = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.data..", "java.sql..", "com.baomidou..");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsTheClientOfRedis = noClasses()
            .that()
            .resideOutsideOfPackage("io.passport.common.redis")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lettuce..", "org.springframework.boot.data..");
}
