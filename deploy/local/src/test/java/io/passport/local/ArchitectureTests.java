package io.passport.local;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The same rule as in deploy/testing, which depends on this module. */
@AnalyzeClasses(packages = "io.passport.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.passport.*.(*)..").should().beFreeOfCycles();
}
