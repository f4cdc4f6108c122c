package io.passport.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.passport.testing.architecture.TestRules;

@AnalyzeClasses(packages = "io.passport.gateway", importOptions = ImportOption.OnlyIncludeTests.class)
class TestConventionsTests {

    @ArchTest
    static final ArchTests conventions = ArchTests.in(TestRules.class);
}
