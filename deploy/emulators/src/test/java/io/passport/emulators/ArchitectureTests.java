package io.passport.emulators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.passport.emulators", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.passport.emulators.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nettyStaysInItsPackage = noClasses()
            .that()
            .resideOutsideOfPackage("io.passport.emulators.http")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule emulatorsShareNothingWithWhatTheyEmulateFor = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.passport.common..", "io.passport.verify..", "io.passport.user..", "io.passport.media..");
}
