package io.passport.verify;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.passport.testing.architecture.TestRules;

@AnalyzeClasses(packages = "io.passport.verify", importOptions = ImportOption.OnlyIncludeTests.class)
class TestConventionsTests {
    @ArchTest
    static final ArchTests conventions = ArchTests.in(TestRules.class);
}
