package io.passport.user;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.passport.user.sessions.SessionRenewal;
import io.passport.user.sessions.SignIn;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.passport.user", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.passport.user.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule controllersStayInTheirFeature =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule onlyTheOwnersOfTablesTouchThem = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.passport.user",
                    "io.passport.user.account",
                    "io.passport.user.activity",
                    "io.passport.user.device",
                    "io.passport.user.realname")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.baomidou..", "org.apache.ibatis..");

    @ArchTest
    static final ArchRule onlySessionsAndAttemptsTouchRedis = noClasses()
            .that()
            .resideOutsideOfPackages("io.passport.user.sessions", "io.passport.user.attempts")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.data.redis..");

    /** Whatever else comes to sign somebody in is to be thought about as these were. */
    @ArchTest
    static final ArchRule onlyRegistrationAndLoginSignIn = classes()
            .that()
            .areAssignableTo(SignIn.class)
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("io.passport.user.sessions", "io.passport.user.registration", "io.passport.user.login");

    @ArchTest
    static final ArchRule onlyCredentialsRenewASession = classes()
            .that()
            .areAssignableTo(SessionRenewal.class)
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("io.passport.user.sessions", "io.passport.user.credentials");

    @ArchTest
    static final ArchRule secretsAreDrawnFromSecureRandom = noClasses()
            .that()
            .resideInAnyPackage("io.passport.user.password", "io.passport.user.personaldata")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom|random\\..*)");
}
