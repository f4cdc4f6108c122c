package io.passport.testing.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Rules for a module's main code; a violation fails the test. Include with {@code @ArchTest static final ArchTests packages =
 * ArchTests.in(PackageRules.class)}.
 */
public final class PackageRules {
    /** A feature is a package directly below the module's, {@code io.passport.user.login}, with all that is below it. */
    @ArchTest
    public static final ArchRule featuresFormNoCycle =
            slices().matching("io.passport.*.(*)..").should().beFreeOfCycles();

    private PackageRules() {}
}
